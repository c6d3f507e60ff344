/** A model archive, whatever its name: told by its first bytes. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../../errors.ts';
import { diskProblem } from '../disk-problem.ts';
import { ArchiveGuard } from './guard.ts';
import { unpackTar } from './tar.ts';
import { unpackZip } from './zip.ts';

export interface Unpacking {
  /** The archive. */
  archive: string;
  /** An empty folder. */
  to: string;
  guard: ArchiveGuard;
  signal: AbortSignal;
  /** Before a file is written: whether it fits on the disk. Throws when it does not. */
  makeRoom: (bytes: number) => void;
  /** Bytes of the archive that have been read. */
  onBytes: (bytes: number) => void;
}

/**
 * Unpacks those files of a `.zip`, `.tar.gz` or `.tar` that belong to models.
 *
 * @throws InputError `archive.*`, `disk.*`; the caller throws `to` away then
 */
export async function unpack(unpacking: Omit<Unpacking, 'guard'>): Promise<void> {
  const { archive, to, signal } = unpacking;
  const guarded = { ...unpacking, guard: new ArchiveGuard(archive, statSync(archive).size) };
  const kind = kindOf(archive);
  try {
    if (kind === 'zip') await unpackZip(guarded);
    else await unpackTar(guarded, kind === 'gzip');
  } catch (error) {
    signal.throwIfAborted();
    const problem = diskProblem(error, to);
    throw problem instanceof InputError ? problem : brokenArchive(archive, error);
  }
}

function kindOf(archive: string): 'zip' | 'gzip' | 'tar' {
  const start = Buffer.alloc(512);
  const file = openSync(archive, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  if (start.subarray(0, 2).toString('latin1') === 'PK') return 'zip';
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  if (start.subarray(257, 262).toString('latin1') === 'ustar') return 'tar';
  throw new InputError(
    'archive.unknown',
    `${basename(archive)} is neither a folder nor a .zip or .tar.gz archive. Choose the folder or the archive that a model is in.`,
  );
}

const brokenArchive = (archive: string, cause: unknown): InputError =>
  new InputError(
    'archive.damaged',
    `${basename(archive)} is damaged or cut off (${(cause as Error).message}). Copy or download it again. Nothing was changed.`,
    { cause },
  );
