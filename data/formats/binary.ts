/** Files that are not text, recognised by their first bytes, with the way out for the editor. */

interface Signature {
  /** Latin-1; the file begins with it. */
  begins: string;
  /** Latin-1; the file holds it somewhere. */
  holds?: string;
  what: string;
  advice: string;
}

const AS_TEXT = 'Save its text as .txt (UTF-8) and import that.';
const UNPACK = 'Unpack it and import the .txt files in it.';
const NO_TEXT = 'It holds no text to translate.';
const ZIP = 'PK\x03\x04';

// Within a family the particular ones stand before the general one.
const SIGNATURES: readonly Signature[] = [
  { begins: '%PDF-', what: 'a PDF', advice: AS_TEXT },
  { begins: '{\\rtf', what: 'an RTF document', advice: AS_TEXT },
  { begins: ZIP, holds: 'word/document.xml', what: 'a Word document', advice: AS_TEXT },
  { begins: ZIP, holds: 'xl/workbook.xml', what: 'an Excel workbook', advice: AS_TEXT },
  { begins: ZIP, holds: 'ppt/presentation.xml', what: 'a PowerPoint presentation', advice: AS_TEXT },
  { begins: ZIP, holds: 'application/vnd.oasis.opendocument', what: 'an OpenDocument file', advice: AS_TEXT },
  { begins: ZIP, holds: 'application/epub+zip', what: 'an EPUB book', advice: AS_TEXT },
  { begins: ZIP, what: 'a ZIP archive', advice: UNPACK },
  { begins: '\xD0\xCF\x11\xE0', what: 'an old Word or Excel document', advice: AS_TEXT },
  { begins: '\x1F\x8B', what: 'a gzip archive', advice: UNPACK },
  { begins: '7z\xBC\xAF\x27\x1C', what: 'a 7-Zip archive', advice: UNPACK },
  { begins: 'Rar!\x1A\x07', what: 'a RAR archive', advice: UNPACK },
  { begins: '\x89PNG\r\n', what: 'a PNG image', advice: NO_TEXT },
  { begins: '\xFF\xD8\xFF', what: 'a JPEG image', advice: NO_TEXT },
  { begins: 'GIF8', what: 'a GIF image', advice: NO_TEXT },
  {
    begins: 'SQLite format 3\0',
    what: 'an SQLite database',
    advice: 'If it is a library of this app, open it with --db.',
  },
];

/** What a file is if it is a known kind that is not plain text, else undefined. */
export function recogniseBinary(bytes: Uint8Array): { what: string; advice: string } | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return SIGNATURES.find(
    ({ begins, holds }) =>
      buffer.subarray(0, begins.length).equals(Buffer.from(begins, 'latin1')) &&
      (holds === undefined || buffer.includes(holds, 0, 'latin1')),
  );
}
