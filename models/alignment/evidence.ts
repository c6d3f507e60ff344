import type { Band } from './band.ts';
import { cueOdds, type Cues, type SideCues } from './cues.ts';
import { beadKinds, longestSide } from './kinds.ts';
import type { LengthOdds } from './signals/length.ts';
import type { ParagraphOdds } from './signals/paragraphs.ts';

export interface Evidence {
  cues: Cues;
  /** Letters of each sentence, at least 1. */
  sourceLengths: readonly number[];
  targetLengths: readonly number[];
  length: LengthOdds;
  paragraph: ParagraphOdds;
}

/**
 * The log odds of every bead in the band: for each cell, where a bead begins, a row of one number a kind (`beadKinds`); −∞ where
 * the bead would leave the band or the text.
 *
 * A cue is answered or not by the stretch of the other text alone, however many sentences its own side has. So the evidence of
 * a bead is a sum over its single sentences, source against the whole target stretch and target against the whole source stretch,
 * and two tables of sums serve all kinds.
 */
export function beadOdds(evidence: Evidence, band: Band): Float32Array {
  const rows = evidence.sourceLengths.length;
  const columns = evidence.targetLengths.length;
  const ofSource = answers(evidence.cues.source, columns, (row) => ({
    low: band.low[Math.max(0, row - longestSide + 1)] ?? 0,
    high: band.high[row] ?? 0,
  }));
  const ofTarget = answers(evidence.cues.target, rows, rowsOfColumns(band, rows, columns));
  const odds = new Float32Array(band.cells * beadKinds.length);
  let at = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? 0); j++) {
      beadKinds.forEach(({ source: n, target: m, isGap }) => {
        odds[at++] = isInside(i + n, j + m) ? (isGap ? 0 : oddsOf(i, j, n, m)) : -Infinity;
      });
    }
  }
  return odds;

  function isInside(i: number, j: number): boolean {
    return i <= rows && j >= (band.low[i] ?? 0) && j <= (band.high[i] ?? 0);
  }

  function oddsOf(i: number, j: number, n: number, m: number): number {
    let s = 0;
    let t = 0;
    let total = 0;
    for (let row = i; row < i + n; row++) {
      s += evidence.sourceLengths[row] ?? 1;
      total += ofSource(row, j, m);
    }
    for (let column = j; column < j + m; column++) {
      t += evidence.targetLengths[column] ?? 1;
      total += ofTarget(column, i, n);
    }
    return total + evidence.length(s, t, n, m) + evidence.paragraph(i, j, n, m);
  }
}

/** For sentence `own`, the log odds of its cues against `length` sentences of the other text from `start` on. */
type Answers = (own: number, start: number, length: number) => number;

function answers(
  side: SideCues,
  otherSentences: number,
  starts: (own: number) => { low: number; high: number },
): Answers {
  const ranges = side.map((_, own) => starts(own));
  const offsets = new Int32Array(side.length + 1);
  ranges.forEach(({ low, high }, own) => {
    offsets[own + 1] = (offsets[own] ?? 0) + Math.max(0, high - low + 1) * longestSide;
  });
  const table = new Float32Array(offsets[side.length] ?? 0);
  side.forEach((cues, own) => {
    const { low, high } = ranges[own] ?? { low: 0, high: -1 };
    const row = table.subarray(offsets[own], offsets[own + 1]);
    for (const cue of cues) {
      for (let length = 1; length <= longestSide; length++) {
        const { answered, missing } = cueOdds(cue, length, otherSentences);
        if (answered === 0) continue;
        for (let at = length - 1; at < row.length; at += longestSide) row[at] = (row[at] ?? 0) + missing;
        // A hit answers every stretch that holds it; where two hits share a stretch it counts once.
        let next = low;
        for (let h = firstFrom(cue.hits, low); h < cue.hits.length; h++) {
          const hit = cue.hits[h] ?? 0;
          if (hit - length + 1 > high) break;
          for (let start = Math.max(next, hit - length + 1); start <= Math.min(hit, high); start++) {
            const at = (start - low) * longestSide + length - 1;
            row[at] = (row[at] ?? 0) + answered - missing;
          }
          next = Math.max(next, hit + 1);
        }
      }
    }
  });
  return (own, start, length) =>
    table[(offsets[own] ?? 0) + (start - (ranges[own]?.low ?? 0)) * longestSide + length - 1] ?? 0;
}

/** The position of the first of rising numbers that is not below `least`. */
function firstFrom(rising: readonly number[], least: number): number {
  let from = 0;
  let to = rising.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rising[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** For a target sentence, the rows in which a bead that holds it can begin. */
function rowsOfColumns(
  band: Band,
  rows: number,
  columns: number,
): (column: number) => { low: number; high: number } {
  const low = new Int32Array(columns);
  const high = new Int32Array(columns);
  let first = 0;
  let last = 0;
  for (let column = 0; column < columns; column++) {
    while (first < rows && (band.high[first] ?? 0) < column - longestSide + 1) first++;
    while (last < rows && (band.low[last + 1] ?? 0) <= column) last++;
    low[column] = first;
    high[column] = last;
  }
  return (column) => ({ low: low[column] ?? 0, high: high[column] ?? 0 });
}
