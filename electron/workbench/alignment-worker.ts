/**
 * Aligns in a thread of its own: a book takes seconds, in which saves and windows must not wait.
 * (The language technology used here is plain JavaScript; only the engine's native code needs a process.)
 */
import { parentPort, workerData } from 'node:worker_threads';
import { align } from '../../models/alignment/align.ts';
import type { AlignmentSide, AlignOptions } from '../../models/alignment/types.ts';
import { InputError } from '../../models/errors.ts';

export interface AlignmentOrder {
  source: AlignmentSide;
  target: AlignmentSide;
  options: AlignOptions;
}

const { source, target, options } = workerData as AlignmentOrder;
try {
  parentPort?.postMessage({ beads: align(source, target, options) });
} catch (error) {
  // An error of a class loses it on the way; what the editor may read is sent in parts.
  if (!(error instanceof InputError)) throw error;
  parentPort?.postMessage({ refused: { code: error.code, message: error.message } });
}
