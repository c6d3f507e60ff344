/** How much memory engine processes may take. */
import { totalmem } from 'node:os';
import { MOST_PROCESSES } from './layout.ts';

/**
 * Node, Transformers.js and ONNX Runtime, and what a model takes beside them in multiples of its files.
 * Measured on Linux (`npm run bench -- mt`): 169 MB at most with the mini model (1.5 MB), 670 MB with an int8 model of
 * Opus-MT's shape (108 MB) in batches of 16.
 */
const BASE_BYTES = 165e6;
const FACTOR = 5;

/** Share of the free memory that the engine may take: the editor has other programs. */
const SHARE = 0.75;

/** The most that a process with a model of this size on disk takes at its work, about. */
export const processBytes = (modelBytes: number): number => BASE_BYTES + FACTOR * modelBytes;

/**
 * How many processes with a model may run: at least one, since without it nothing is translated at all.
 * @param modelBytes the model's size on disk
 * @param freeBytes what is free now, and what engine processes have taken already
 */
export const mostProcesses = (modelBytes: number, freeBytes: number): number =>
  Math.max(1, Math.min(MOST_PROCESSES, Math.floor((freeBytes * SHARE) / processBytes(modelBytes))));

/** Memory that programs can have without others being pushed out, a container's limit included. */
export const availableBytes = (): number =>
  // macOS counts as free only what nothing was ever in; what it would give up at once is most of the rest.
  process.platform === 'darwin' ? totalmem() / 2 : process.availableMemory();
