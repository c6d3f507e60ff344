/** Archives as others make them, and as nobody should. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pack, type Header } from 'tar-stream';

export interface ArchiveFile {
  name: string;
  bytes: Buffer;
  /** Unix file type and mode, for a zip's links. */
  mode?: number;
  /** What the archive says of its size, when that is a lie. */
  claimedBytes?: number;
  encrypted?: boolean;
}

/** Every file below a folder, under another name. */
export const filesBelow = (folder: string, under: string): ArchiveFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const below = relative(folder, path).split(sep).join('/');
      return { name: under === '' ? below : `${under}/${below}`, bytes: readFileSync(path) };
    });

/** A zip with these entries, deflated. */
export function zip(files: readonly ArchiveFile[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, mode = 0o100644, claimedBytes = bytes.length, encrypted = false } of files) {
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedBytes, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    // Made on Unix, so that the mode counts.
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, path]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A `.tar.gz` with these entries; a header may say anything. */
export async function tarGz(files: readonly (ArchiveFile & { header?: Partial<Header> })[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, bytes, header } of files) tar.entry({ name, ...header }, bytes);
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar as AsyncIterable<Buffer>) parts.push(part);
  return gzipSync(Buffer.concat(parts));
}
