import { createWriteStream, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { InputError } from '../../errors.ts';
import type { Unpacking } from './unpack.ts';

/** File type bits of a Unix mode, which zips of Unix systems keep in the upper half of the attributes. */
const TYPE_BITS = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** Unpacks a zip. It never writes more than an entry announces: yauzl checks that. */
export async function unpackZip({ archive, to, guard, signal, makeRoom, onBytes }: Unpacking): Promise<void> {
  // Names as they stand, for the guard to judge.
  const zip = await yauzl.openPromise(archive, {
    decodeStrings: true,
    strictFileNames: true,
    lazyEntries: true,
    autoClose: false,
  });
  let read = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      if (entry.fileName.endsWith('/')) continue;
      const isLink = ((entry.externalFileAttributes >>> 16) & TYPE_BITS) === SYMBOLIC_LINK;
      const path = guard.admit({ path: entry.fileName, sizeBytes: entry.uncompressedSize, isLink });
      if (path === null) continue;
      if (entry.isEncrypted()) throw encrypted(archive);
      makeRoom(entry.uncompressedSize);
      const file = join(to, path);
      mkdirSync(dirname(file), { recursive: true });
      const bytes = await zip.openReadStreamPromise(entry);
      await pipeline(bytes, createWriteStream(file, { flags: 'wx' }), { signal });
      read += entry.compressedSize;
      onBytes(read);
    }
  } catch (error) {
    // What yauzl says of such names itself.
    if (error instanceof Error && /relative path|absolute path|characters in fileName/u.test(error.message)) {
      guard.admit({ path: '../', sizeBytes: 0, isLink: false });
    }
    throw error;
  } finally {
    zip.close();
  }
}

const encrypted = (archive: string): InputError =>
  new InputError(
    'archive.encrypted',
    `${basename(archive)} is protected by a password. Unpack it yourself and install the model from the folder.`,
  );
