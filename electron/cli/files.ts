import {
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandError } from './session.ts';

export interface InputFile {
  name: string;
  bytes: Buffer;
}

/** The bytes of a file, or of standard input for `-`. */
export function readInput(path: string): InputFile {
  return { name: inputName(path), bytes: path === '-' ? readFileSync(0) : read(path) };
}

/** What an input is called in results. */
export const inputName = (path: string): string => (path === '-' ? 'standard input' : basename(path));

/** Files as given, and every `.txt` (or `.TXT`) below the folders among them, in the order of their names. */
export function articleFiles(paths: readonly string[]): string[] {
  // What is not there is left for the reading to report, so that the others come in.
  return paths.flatMap((path) => (isFolder(path) ? textsBelow(path).toSorted() : [path]));
}

/** @param seen where the walk has been, since links may lead in a circle */
function textsBelow(folder: string, seen = new Set<string>()): string[] {
  let names: string[];
  try {
    const place = realpathSync(folder);
    if (seen.has(place)) return [];
    seen.add(place);
    names = readdirSync(folder);
  } catch {
    return [folder]; // The reading reports it, like a file that is not there.
  }
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (isFolder(path)) return textsBelow(path, seen);
    return /\.txt$/i.test(name) ? [path] : [];
  });
}

/**
 * Writes a result: to standard output for undefined or `-`, else to the file, whole or not at all.
 * A device or pipe is written to directly, since it cannot be replaced.
 */
export async function writeOutput(path: string | undefined, content: string): Promise<void> {
  if (path === undefined || path === '-') {
    await print(content);
    return;
  }
  const direct = isSpecial(path);
  const target = direct ? path : `${path}.part-${process.pid}`;
  try {
    writeFileSync(target, content, { flush: !direct });
    if (!direct) renameSync(target, path);
  } catch (error) {
    if (!direct) rmSync(target, { force: true });
    throw new CommandError(`${path} could not be written: ${writingReason(error, dirname(target))}.`, {
      code: 'file.unwritable',
    });
  }
}

/**
 * Writes to standard output, as fast as it is read there. A failure does not come back here: `endWithOutput` sees to it.
 * (`writeFileSync(1)` would fail where a pipe is full for the moment.)
 */
export const print = (content: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(content, (error) => {
      if (!error) resolve();
    });
  });

/** Tells the user something beside the results that is no failure. */
export const note = (message: string): void => void process.stderr.write(`${message}\n`);

/** What a shell reports of a program that the system ended because nobody reads its output any more (128 + SIGPIPE). */
const ENDED_BY_PIPE = 141;

/** Ends the command when its output can no longer be written: without a word when the reader has had enough (`| head`). */
export function endWithOutput(): void {
  const end = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(ENDED_BY_PIPE);
    process.stderr.write(`bitext: the output could not be written: ${reason(error)}.\n`);
    process.exit(1);
  };
  process.stdout.on('error', end);
  process.stderr.on('error', end);
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
    throw new CommandError(`${path} could not be read: ${reason(error)}.`, { code: 'file.unreadable' });
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

/** A file that is to be written need not be there, but its folder. */
const writingReason = (error: unknown, folder: string): string =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' ? `the folder ${folder} does not exist` : reason(error);

const reason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};
