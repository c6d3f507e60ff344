import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, encodeText, MAX_BYTES, MAX_LINE_CHARACTERS } from '../../../../data/formats/decode.ts';
import { InputError } from '../../../../models/errors.ts';
import { anyText } from './example.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  );

function refusal(file: Uint8Array): { code: string; message: string } | undefined {
  try {
    decodeText(file, 'news.txt');
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { code: error.code, message: error.message };
  }
}

test('text comes without its byte order mark, and line ends stay as they are', () => {
  expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'Živjo.\r\nPa-pa.\n'), 'news.txt')).toEqual({
    text: 'Živjo.\r\nPa-pa.\n',
    bom: true,
  });
  expect(decodeText(bytes('Živjo.\rPa-pa.'), 'news.txt')).toEqual({ text: 'Živjo.\rPa-pa.', bom: false });
});

test('encoding gives the bytes again, for any text with or without a byte order mark', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, bom) => {
      const file = encodeText({
        text: `${text} text and more text`.replaceAll(/(?!\s)\p{Cc}/gu, '\uFFFD'),
        bom,
      });
      expect(encodeText(decodeText(file, 'news.txt'))).toEqual(file);
    }),
  );
});

test('any bytes are either refused with a reason or given back unchanged', () => {
  const anyBytes = fc
    .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.constantFrom(0x0a, 0xc5, 0xbe, 0xff)), {
      maxLength: 12,
    })
    .map((codes) => Uint8Array.from(codes));
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(anyBytes, (file) => {
      const refused = refusal(file);
      outcomes.add(refused?.code ?? 'read');
      const isUnchanged =
        refused === undefined && Buffer.compare(file, encodeText(decodeText(file, 'news.txt'))) === 0;
      expect(isUnchanged || refused?.message.includes('news.txt')).toBe(true);
    }),
  );
  expect([...outcomes].toSorted()).toEqual(['file.empty', 'file.encoding', 'read']);
});

test('a second byte order mark is text', () => {
  const file = bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], 'A');
  expect(decodeText(file, 'news.txt')).toEqual({ text: '\uFEFFA', bom: true });
  expect(encodeText({ text: '\uFEFFA', bom: true })).toEqual(file);
});

test.each([
  ['no byte', bytes(''), 'news.txt is empty. There is nothing in it to read.'],
  [
    'only white space',
    bytes(' \r\n\t\n'),
    'news.txt holds only white space. There is nothing in it to read.',
  ],
  [
    'only a byte order mark',
    bytes([0xef, 0xbb, 0xbf]),
    'news.txt holds only white space. There is nothing in it to read.',
  ],
])('an empty file is refused: %s', (_, file, message) => {
  expect(refusal(file)).toEqual({ code: 'file.empty', message });
});

test('a file over the limit is refused with both sizes, one at the limit is not', () => {
  const line = `${'a'.repeat(99_999)}\n`;
  expect(refusal(bytes(line.repeat(MAX_BYTES / 100_000)))).toBeUndefined();
  expect(refusal(bytes(line.repeat(524)))).toEqual({
    code: 'file.too-large',
    message: 'news.txt has 52.4 MB; a file may have 10 MB at most. Split it and import the parts.',
  });
});

test.each([
  [
    'a PDF',
    bytes('%PDF-1.7\nxxx'),
    'is a PDF, not plain text. Save its text as .txt (UTF-8) and import that.',
  ],
  ['Word', bytes('PK\x03\x04....word/document.xml'), 'is a Word document, not plain text.'],
  ['Excel', bytes('PK\x03\x04....xl/workbook.xml'), 'is an Excel workbook, not plain text.'],
  [
    'OpenDocument',
    bytes('PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text'),
    'is an OpenDocument file',
  ],
  ['a ZIP', bytes('PK\x03\x04....news/a.txt'), 'is a ZIP archive, not plain text. Unpack it'],
  ['RTF', bytes('{\\rtf1\\ansi News}'), 'is an RTF document, not plain text.'],
  ['a PNG', bytes([0x89], 'PNG\r\n\x1a\n'), 'is a PNG image, not plain text. It holds no text to translate.'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'is a JPEG image'],
  ['old Word', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'is an old Word or Excel document'],
  ['an unknown kind', bytes('abc\0def\0\0'), 'is not a text file (it has a zero byte at byte 3).'],
  [
    'control characters',
    bytes('\x01\x02\x03abc\x04\x05\x06'),
    'is not a text file (6 of its 9 characters are control characters).',
  ],
])('another kind of file is refused with what it is: %s', (_, file, message) => {
  expect(refusal(file)).toMatchObject({
    code: 'file.binary',
    message: expect.stringContaining(`news.txt ${message}`),
  });
});

test('the control characters of wire services are text', () => {
  expect(refusal(bytes('\x02ZCZC 0123\x03 Vesti iz Ljubljane.\f\nDruga stran, tukaj.\x1b'))).toBeUndefined();
});

test.each([
  ['little endian', Buffer.from('\uFEFFŽivjo', 'utf16le')],
  ['big endian', Buffer.from('\uFEFFŽivjo', 'utf16le').swap16()],
  ['without a byte order mark', Buffer.from('Good morning, world', 'utf16le')],
  ['big endian without one', Buffer.from('Good morning, world', 'utf16le').swap16()],
])('UTF-16 is recognised: %s', (_, file) => {
  expect(refusal(file)).toEqual({
    code: 'file.encoding',
    message: 'news.txt is UTF-16. Save it as UTF-8 and import it again.',
  });
});

test('invalid UTF-8 is refused with the byte and the line of the first fault', () => {
  expect(refusal(bytes('Ena.\r\nDve.\nž', [0xe8], ' windows-1250'))).toEqual({
    code: 'file.encoding',
    message:
      'news.txt is not valid UTF-8: byte 13, in line 3, cannot be read. Save it as UTF-8 and import it again.',
  });
});

test.each([
  ['a stray continuation', [0x80]],
  ['an overlong form', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a sequence cut short by the end of the file', [0xe2, 0x82]],
  ['a code point above the last', [0xf4, 0x90, 0x80, 0x80]],
])('the fault is found after any valid text, also after real replacement characters: %s', (_, fault) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'ž', '€', '😀', '\uFFFD', '\n')), (parts) => {
      const valid = `x${parts.join('')}`;
      const offset = Buffer.byteLength(valid);
      const line = valid.split('\n').length;
      expect(refusal(bytes(valid, fault))?.message).toContain(`byte ${offset}, in line ${line},`);
    }),
  );
});

test('a line too long for any sentence is refused by its number', () => {
  const atLimit = 'ž'.repeat(MAX_LINE_CHARACTERS);
  expect(refusal(bytes(`a\r\n${atLimit}\rb`))).toBeUndefined();
  expect(refusal(bytes(`a\r\nb\r${atLimit}c\nd`))).toEqual({
    code: 'file.long-line',
    message:
      'Line 3 of news.txt has 500,001 characters; a line may have 500,000 at most. Break it into paragraphs and import it again.',
  });
});
