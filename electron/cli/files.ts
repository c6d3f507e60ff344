import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { CommandError } from './session.ts';

export interface InputFile {
  name: string;
  bytes: Buffer;
}

/** The bytes of a file, or of standard input for `-`. */
export function readInput(path: string): InputFile {
  return path === '-'
    ? { name: 'standard input', bytes: readFileSync(0) }
    : { name: basename(path), bytes: read(path) };
}

/** Files as given, and every `.txt` below the folders among them, in the order of their names. */
export function articleFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    // What is not there is left for the reading to report, so that the others come in.
    if (!isFolder(path)) return [path];
    const texts = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.txt'),
    );
    return texts.toSorted().map((name) => join(path, name));
  });
}

/**
 * Writes a result: to standard output for undefined or `-`, else to the file, whole or not at all.
 * A device or pipe is written to directly, since it cannot be replaced.
 */
export function writeOutput(path: string | undefined, content: string): void {
  if (path === undefined || path === '-') {
    writeFileSync(1, content);
    return;
  }
  const direct = isSpecial(path);
  const target = direct ? path : `${path}.part-${process.pid}`;
  try {
    writeFileSync(target, content, { flush: !direct });
    if (!direct) renameSync(target, path);
  } catch (error) {
    if (!direct) rmSync(target, { force: true });
    throw new CommandError(`${path} could not be written: ${reason(error)}.`);
  }
}

export const isFolder = (path: string): boolean => found(path)?.isDirectory() ?? false;

const isSpecial = (path: string): boolean => found(path)?.isFile() === false;

/** What is at a path; undefined when nothing is, or nothing that can be looked at. */
function found(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path} could not be read: ${reason(error)}.`);
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  ELOOP: 'the link leads in a circle',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EFBIG: 'it is too large',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

const reason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};
