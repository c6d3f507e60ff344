/**
 * Bytes to text and back, losing nothing: `encodeText(decodeText(bytes, name))` gives the same bytes.
 *
 * Only UTF-8 is read, with or without BOM. Any other encoding would have to be guessed, and a wrong guess would be saved as the original.
 * Line ends stay as they are. Control characters are accepted, since wire services send form feeds and STX/ETX;
 * NUL is not (no text has it), nor a file that consists of them to a tenth.
 */
import { InputError } from '../../models/errors.ts';
import { recogniseBinary } from './binary.ts';

/** 10 MB: a shelf of novels, far above any article, and still quick to segment. */
export const MAX_BYTES = 10_000_000;
/** No sentence, paragraph or table row comes near it; data dumps and minified files exceed it. */
export const MAX_LINE_CHARACTERS = 500_000;

const MAX_CONTROL_SHARE = 0.1;

/** A file's text without the byte order mark, and whether it had one. */
export interface DecodedText {
  text: string;
  bom: boolean;
}

/**
 * A file that is to become an article.
 * @param name the file's name, for messages
 * @throws InputError `file.too-large`, `file.long-line`, and what `readText` throws
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  refuseSize(bytes, name);
  const decoded = readText(bytes, name);
  refuseLongLines(decoded.text, name);
  return decoded;
}

/**
 * Text of any size.
 * @throws InputError `file.empty`, `file.binary`, `file.encoding` (with byte and line of the first fault)
 */
export function readText(bytes: Uint8Array, name: string): DecodedText {
  refuseOtherKinds(bytes, name);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decodeUtf8(bytes, name).slice(bom ? 1 : 0);
  refuseUnreadable(text, name);
  return { text, bom };
}

/** The file's bytes again. */
export const encodeText = ({ text, bom }: DecodedText): Uint8Array =>
  new TextEncoder().encode(bom ? `\uFEFF${text}` : text);

function refuseSize(bytes: Uint8Array, name: string): void {
  if (bytes.length > MAX_BYTES) {
    throw new InputError(
      'file.too-large',
      `${name} has ${megabytes(bytes.length)}; a file may have ${megabytes(MAX_BYTES)} at most. Split it and import the parts.`,
    );
  }
}

const megabytes = (size: number) => `${(size / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

function refuseOtherKinds(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0)
    throw new InputError('file.empty', `${name} is empty. There is nothing in it to read.`);
  const known = recogniseBinary(bytes);
  if (known) {
    throw new InputError('file.binary', `${name} is ${known.what}, not plain text. ${known.advice}`);
  }
  if (isUtf16(bytes)) {
    throw new InputError('file.encoding', `${name} is UTF-16. Save it as UTF-8 and import it again.`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new InputError(
      'file.binary',
      `${name} is not a text file (it has a zero byte at byte ${grouped(nul)}).`,
    );
  }
}

/** UTF-16 by its byte order mark, or by Latin letters: every second byte is zero and the others are not. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, 1000);
  const zeros = (parity: number) =>
    sample.filter((byte, index) => byte === 0 && index % 2 === parity).length / (sample.length / 2);
  const [even, odd] = [zeros(0), zeros(1)];
  return Math.min(even, odd) === 0 && Math.max(even, odd) > 0.5;
}

function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    // `ignoreBOM` keeps the mark in the text, so that a second one, which is text, is not taken for it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { offset, line } = firstFault(bytes);
    throw new InputError(
      'file.encoding',
      `${name} is not valid UTF-8: byte ${grouped(offset)}, in line ${grouped(line)}, cannot be read. ` +
        'Save it as UTF-8 and import it again.',
    );
  }
}

/**
 * Where bytes stop being UTF-8: the offset (from 0) of the first faulty sequence, and its line (from 1).
 * A lenient decoder puts U+FFFD there; but the text may hold real ones before, and those are the bytes EF BF BD.
 */
function firstFault(bytes: Uint8Array): { offset: number; line: number } {
  const pieces = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD');
  let offset = 0;
  let line = 1;
  for (const piece of pieces) {
    offset += Buffer.byteLength(piece);
    line += piece.match(/\r\n|\r|\n/g)?.length ?? 0;
    const isReal = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isReal) break;
    offset += 3;
  }
  return { offset, line };
}

function refuseUnreadable(text: string, name: string): void {
  if (text.trim() === '') {
    throw new InputError('file.empty', `${name} holds only white space. There is nothing in it to read.`);
  }
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (controls / text.length > MAX_CONTROL_SHARE) {
    throw new InputError(
      'file.binary',
      `${name} is not a text file (${grouped(controls)} of its ${grouped(text.length)} characters are control characters).`,
    );
  }
}

function refuseLongLines(text: string, name: string): void {
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.length > MAX_LINE_CHARACTERS) {
      throw new InputError(
        'file.long-line',
        `Line ${grouped(index + 1)} of ${name} has ${grouped(line.length)} characters; a line may have ` +
          `${grouped(MAX_LINE_CHARACTERS)} at most. Break it into paragraphs and import it again.`,
      );
    }
  });
}

const grouped = (count: number) => count.toLocaleString('en');
