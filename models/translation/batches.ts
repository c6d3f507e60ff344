/** Padded tokens of a batch, at most: bounds the memory that a batch of long sentences takes. */
const LARGEST_BATCH = 2048;

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
