import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Few large reads: a model of 900 MB is hashed as fast as the disk delivers. */
const CHUNK_BYTES = 1024 * 1024;

/** The SHA-256 of a file's bytes, hexadecimal. Reads it as a stream. */
export async function sha256OfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES, ...(signal ? { signal } : {}) });
  for await (const chunk of bytes) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

export const sha256OfText = (text: string): string => createHash('sha256').update(text).digest('hex');

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/u.test(text);
