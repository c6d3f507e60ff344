/** Whether the model in a folder is whole, and its fingerprint; remembered for as long as its files stay the same. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import { checkModelFiles, possibleFiles, type ModelFiles } from './files.ts';

export interface Inspection {
  sizeBytes: number;
  problem: { code: string; message: string } | null;
  /** Hexadecimal; empty when there is a problem. */
  version: string;
}

const remembered = new Map<string, { stamp: string; inspection: Inspection }>();

/**
 * Inspects the model in `folder`. The first look reads its small files and the outline of its networks; the next ones
 * cost a few questions to the file system.
 *
 * @param name the model's name, for the messages
 */
export function inspectModel(folder: string, name: string): Inspection {
  try {
    const stamp = stampOf(folder);
    const known = remembered.get(folder);
    if (known?.stamp === stamp) return known.inspection;
    const inspection = inspected(folder, name);
    remembered.set(folder, { stamp, inspection });
    return inspection;
  } catch (error) {
    if (!isFileError(error)) throw error;
    // Not remembered: a file that cannot be looked at does not tell when it is mended.
    return withProblem(
      'model.unreadable',
      `The model ${name} cannot be used: ${error.path ?? folder} cannot be read (${error.code}). Check permissions and links in ${folder}.`,
    );
  }
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

const withProblem = (code: string, message: string): Inspection => ({
  sizeBytes: 0,
  problem: { code, message },
  version: '',
});

function inspected(folder: string, name: string): Inspection {
  try {
    const { files } = checkModelFiles(folder, name);
    const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
    return { sizeBytes, problem: null, version: fingerprint(folder, files) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return withProblem(error.code, error.message);
  }
}

/** Sizes and times of the files of the model in `folder`: changes whenever one comes, goes or is written. */
export function stampOf(folder: string): string {
  return possibleFiles
    .map((path) => {
      const found = statSync(join(folder, path), { throwIfNoEntry: false });
      return found ? `${found.size} ${found.mtimeMs}` : '-';
    })
    .join('\n');
}

const SAMPLES = 32;
const SAMPLE_BYTES = 4096;

/**
 * A fingerprint of sizes and of samples spread over every file: a model of 100 MB takes a millisecond, and another
 * training, quantisation or revision gives another one. It is no proof against a single changed byte.
 */
function fingerprint(folder: string, files: ModelFiles['files']): string {
  const hash = createHash('sha256');
  for (const { path, sizeBytes } of files) {
    hash.update(`${path} ${sizeBytes}\n`);
    const file = openSync(join(folder, path), 'r');
    try {
      const sample = Buffer.alloc(SAMPLE_BYTES);
      for (let index = 0; index < SAMPLES; index++) {
        const at = Math.floor((index * Math.max(0, sizeBytes - SAMPLE_BYTES)) / (SAMPLES - 1));
        hash.update(sample.subarray(0, readSync(file, sample, 0, SAMPLE_BYTES, at)));
      }
    } finally {
      closeSync(file);
    }
  }
  return hash.digest('hex').slice(0, 12);
}
