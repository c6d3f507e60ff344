import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import type { ArchiveGuard } from './guard.ts';
import type { Unpacking } from './unpack.ts';

/** Unpacks a tar, compressed or not. */
export async function unpackTar(unpacking: Unpacking, isCompressed: boolean): Promise<void> {
  const { archive, guard, signal, onBytes } = unpacking;
  const tar = extract();
  const bytes = createReadStream(archive);
  bytes.on('data', () => onBytes(bytes.bytesRead));
  const reading = isCompressed
    ? pipeline(bytes, createGunzip(), counted(guard), tar, { signal })
    : pipeline(bytes, tar, { signal });
  const writing = write(tar, unpacking).catch((error: unknown) => {
    // Ends the reading, too; what it says then is only a consequence.
    tar.destroy(error as Error);
    throw error;
  });
  const [written, read] = await Promise.allSettled([writing, reading]);
  for (const result of [written, read]) if (result.status === 'rejected') throw result.reason;
}

async function write(tar: Extract, { to, guard, signal, makeRoom }: Unpacking): Promise<void> {
  for await (const entry of tar) {
    const { name, size, type } = entry.header;
    const isLink = type === 'symlink' || type === 'link';
    const isFile = type === 'file' || type === 'contiguous-file' || isLink;
    const path = isFile ? guard.admit({ path: name, sizeBytes: 0, isLink }) : null;
    if (path === null) {
      entry.resume();
      continue;
    }
    makeRoom(size);
    const file = join(to, path);
    mkdirSync(dirname(file), { recursive: true });
    await pipeline(entry, createWriteStream(file, { flags: 'wx' }), { signal });
  }
}

/** Everything that is inflated counts, also what is not unpacked. */
const counted = (guard: ArchiveGuard): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      try {
        guard.inflated(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
