/** Which sentences are translated together: the first ones soon, the others in batches of like length. */

/** Padded tokens of a batch, at most: bounds the memory that a batch of long sentences takes. */
const LARGEST_BATCH = 2048;

/** Each window is this many times as large as the one before. */
const GROWTH = 4;

/** A window is at most as large as this many full batches: enough to find equals in length, near enough to keep the beginning of an article first. */
const FULL_BATCHES = 4;

/**
 * Cuts a request into windows, which are translated one after the other: 1, 4, 16 … sentences, so that the first
 * translation is there as soon as if it had been asked for alone, and few sentences are waited for by many.
 *
 * @param count sentences of the request
 * @param largest sentences in a batch, at most
 * @returns the bounds of each window, in order, `end` exclusive
 */
export function windows(count: number, largest: number): { start: number; end: number }[] {
  const cut: { start: number; end: number }[] = [];
  let size = 1;
  for (let start = 0; start < count;) {
    const end = Math.min(count, start + size);
    cut.push({ start, end });
    start = end;
    size = Math.min(size * GROWTH, largest * FULL_BATCHES);
  }
  return cut;
}

/**
 * Groups rows into batches of about the same length, since a short row in a batch of long ones computes padding.
 *
 * @param lengths tokens of every row
 * @param largest rows in a batch, at most
 * @param width hypotheses of a row, which take memory as so many rows
 * @returns indices into `lengths`, shortest rows first, every one once
 */
export function batches(lengths: readonly number[], largest: number, width = 1): number[][] {
  const lengthOf = (row: number): number => lengths[row] ?? 0;
  const sorted = [...lengths.keys()].toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const grouped: number[][] = [];
  let batch: number[] = [];
  for (const row of sorted) {
    const rows = (batch.length + 1) * width;
    const isFull = rows > largest || rows * lengthOf(row) > LARGEST_BATCH;
    if (isFull && batch.length > 0) {
      grouped.push(batch);
      batch = [];
    }
    batch.push(row);
  }
  return batch.length > 0 ? [...grouped, batch] : grouped;
}
