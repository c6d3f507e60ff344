/**
 * Is this file a whole ONNX model? Found out from its outline alone, in milliseconds whatever its size and contents.
 *
 * An ONNX file is a protobuf message: fields with a tag and, for the big ones, a length. A download that was cut off
 * has a field that reaches beyond the end of the file; a web page or a Git LFS pointer has no such fields at all.
 * ONNX Runtime would find neither before it has read everything, and its message names no file.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { impostor } from '../installation/impostor.ts';

/** `graph` and `opset_import`, which stands behind it: a model has both. */
const NEEDED_FIELDS = [7, 8];

/** A model has about ten at the top; a file full of tiny ones would keep the reader busy for minutes. */
const MOST_FIELDS = 1000;

/** Longest tag with a length: two varints of ten bytes. */
const HEADER_BYTES = 20;

/**
 * What is wrong with the file, in words that complete "this file …", or null when it is whole.
 * Throws what the file system throws when the file cannot be read.
 */
export function onnxFileProblem(path: string): string | null {
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    return impostor(read(file, 0, 512))?.problem ?? outlineProblem(file, size);
  } finally {
    closeSync(file);
  }
}

/** Walks the top-level fields to the end of the file. */
function outlineProblem(file: number, size: number): string | null {
  let at = 0;
  let count = 0;
  const found = new Set<number>();
  while (at < size) {
    const field = fieldAt(read(file, at, HEADER_BYTES));
    if (!field || ++count > MOST_FIELDS) return 'is damaged (it is not an ONNX model)';
    at += field.bytes;
    found.add(field.number);
  }
  if (at > size) return `is cut off (${size} bytes of at least ${at}); download it again`;
  return NEEDED_FIELDS.every((field) => found.has(field)) ? null : 'is incomplete; download it again';
}

/** The number of a protobuf field and its length with its tag, or null when no field can start like this. */
function fieldAt(header: Buffer): { number: number; bytes: number } | null {
  const tag = varint(header, 0);
  if (!tag) return null;
  const number = Math.floor(tag.value / 8);
  const value = varint(header, tag.end);
  if (number === 0) return null;
  switch (tag.value % 8) {
    case 0:
      return value && { number, bytes: value.end };
    case 1:
      return { number, bytes: tag.end + 8 };
    case 2:
      return value && { number, bytes: value.end + value.value };
    case 5:
      return { number, bytes: tag.end + 4 };
    default:
      return null;
  }
}

function varint(bytes: Buffer, start: number): { value: number; end: number } | null {
  let value = 0;
  for (let at = start; at < bytes.length && at < start + 10; at++) {
    const byte = bytes[at] ?? 0;
    // Not a shift: lengths may pass 2^31.
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return null;
}

function read(file: number, at: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  return buffer.subarray(0, readSync(file, buffer, 0, bytes, at));
}
