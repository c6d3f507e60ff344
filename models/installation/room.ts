import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../errors.ts';

/** What a disk keeps free beyond the model: the library has to be saved, too. */
const MARGIN_BYTES = 200_000_000;

/** Free bytes on the disk of a folder (or of the nearest folder above that exists), or null where the system does not say. */
export function freeBytes(folder: string): number | null {
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  try {
    const { bavail, bsize } = statfsSync(at);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/**
 * @param neededBytes what is still to be written
 * @param free asked for the free bytes; tests put another disk here
 * @throws InputError `disk.room`
 */
export function requireRoom(name: string, folder: string, neededBytes: number, free = freeBytes): void {
  const bytes = free(folder);
  if (bytes === null || bytes >= neededBytes + MARGIN_BYTES) return;
  throw new InputError(
    'disk.room',
    `There is not enough room for ${name}: it needs ${megabytes(neededBytes)} and ${megabytes(MARGIN_BYTES)} to spare, and on the disk of ${folder} ${megabytes(bytes)} are free. Make room and try again.`,
  );
}

/** In words: `112 MB`, `1.3 GB`. */
export const megabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
