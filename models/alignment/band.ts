import type { Anchor } from './anchors.ts';

/**
 * The part of the grid of sentence boundaries (0…n down, 0…m across) that the search looks at: for each row a stretch of columns.
 * Both ends of the stretches never fall from row to row, neighbouring rows overlap, and (0, 0) and (n, m) are inside.
 */
export interface Band {
  /** First and last column of each row. */
  low: Int32Array;
  high: Int32Array;
  /** Index of the cell (row, column) is `offset[row] + column`. */
  offset: Int32Array;
  cells: number;
}

/** Up to so many cells nothing is left out: an article of 200 sentences. */
const smallGrid = 40_000;
/** The search takes about 130 bytes a cell. */
const mostCells = 1_000_000;
/** However long the text, a row keeps so many cells. */
const narrowest = 32;
/** Columns on either side beyond what the anchors span. */
const margin = 8;
/** A row reaches from the third anchor before it to the third behind, so that two false ones together lock nothing out. */
const reach = 3;

/**
 * The band around a chain of anchors. Where they are dense it is a few dozen cells wide; where there are none it is the whole
 * rectangle between, as far as memory allows, and else a strip about the diagonal.
 *
 * @param sourceLengths letters of the source sentences; the diagonal runs by text, not by sentences
 */
export function bandAround(
  anchors: readonly Anchor[],
  sourceLengths: readonly number[],
  targetLengths: readonly number[],
): Band {
  const rows = sourceLengths.length;
  const columns = targetLengths.length;
  const low = new Int32Array(rows + 1);
  const high = new Int32Array(rows + 1).fill(columns);
  if ((rows + 1) * (columns + 1) <= smallGrid) return bandOf(low, high);
  let next = 0;
  for (let row = 0; row <= rows; row++) {
    while (next < anchors.length && (anchors[next]?.i ?? 0) < row) next++;
    low[row] = Math.max(0, (anchors[next - reach]?.j ?? 0) - margin);
    high[row] = Math.min(columns, (anchors[next + reach - 1]?.j ?? columns) + margin);
  }
  narrow(
    low,
    high,
    diagonal(anchors, sourceLengths, targetLengths),
    Math.max(mostCells, narrowest * (rows + 1)),
  );
  connect(low, high, columns);
  return bandOf(low, high);
}

function bandOf(low: Int32Array, high: Int32Array): Band {
  const offset = new Int32Array(low.length);
  let cells = 0;
  low.forEach((first, row) => {
    offset[row] = cells - first;
    cells += (high[row] ?? first) - first + 1;
  });
  return { low, high, offset, cells };
}

/** Cuts the widest rows down to one width, about the diagonal, until all fit into `most` cells. */
function narrow(low: Int32Array, high: Int32Array, centre: Float64Array, most: number): void {
  const widths = low.map((first, row) => (high[row] ?? 0) - first + 1);
  const cellsAt = (width: number) => widths.reduce((sum, own) => sum + Math.min(own, width), 0);
  let width = Math.max(...widths);
  while (width > narrowest && cellsAt(width) > most) width = Math.max(narrowest, Math.floor(width * 0.8));
  low.forEach((first, row) => {
    const last = high[row] ?? 0;
    if (last - first < width) return;
    const start = Math.min(Math.max(first, Math.round((centre[row] ?? 0) - width / 2)), last - width);
    low[row] = start;
    high[row] = start + width;
  });
}

/** For each row the column at the same share of the text between the anchors before and behind it. */
function diagonal(
  anchors: readonly Anchor[],
  sourceLengths: readonly number[],
  targetLengths: readonly number[],
): Float64Array {
  const down = cumulative(sourceLengths);
  const across = cumulative(targetLengths);
  const corners = [...anchors, { i: sourceLengths.length, j: targetLengths.length }];
  const columns = new Float64Array(sourceLengths.length + 1);
  let from = { i: 0, j: 0 };
  let column = 0;
  for (const to of corners) {
    const height = (down[to.i] ?? 0) - (down[from.i] ?? 0);
    const width = (across[to.j] ?? 0) - (across[from.j] ?? 0);
    for (let row = from.i; row <= to.i; row++) {
      const share = height === 0 ? 1 : ((down[row] ?? 0) - (down[from.i] ?? 0)) / height;
      while (column < to.j && (across[column] ?? 0) < (across[from.j] ?? 0) + share * width) column++;
      columns[row] = column;
    }
    from = to;
  }
  return columns;
}

function cumulative(lengths: readonly number[]): Float64Array {
  const sums = new Float64Array(lengths.length + 1);
  lengths.forEach((length, index) => {
    sums[index + 1] = (sums[index] ?? 0) + length;
  });
  return sums;
}

/** Makes sure that a way leads from the first corner to the last. */
function connect(low: Int32Array, high: Int32Array, columns: number): void {
  const last = low.length - 1;
  low[0] = 0;
  high[last] = columns;
  for (let row = last - 1; row >= 0; row--) {
    low[row] = Math.min(low[row] ?? 0, low[row + 1] ?? 0);
    high[row] = Math.min(columns, Math.max(high[row] ?? 0, (low[row + 1] ?? 0) + margin));
  }
  for (let row = 1; row <= last; row++) high[row] = Math.max(high[row] ?? 0, high[row - 1] ?? 0);
}
