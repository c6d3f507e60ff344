import type { Band } from './band.ts';
import { beadKinds } from './kinds.ts';
import type { BeadPosterior } from './posterior.ts';

/** A bead as the search finds it: the boundaries where it begins, and its kind (index in `beadKinds`). */
export interface FoundBead {
  i: number;
  j: number;
  kind: number;
}

/**
 * The sequence of beads of which most are expected to be right: the greatest sum of probabilities, by dynamic programming over the
 * band (minimum Bayes risk, as Kumar & Byrne 2002 align words). The single most probable sequence (Viterbi) may owe its
 * place to one lucky stretch.
 */
export function search(band: Band, posterior: BeadPosterior): FoundBead[] {
  const best = new Float64Array(band.cells).fill(-1);
  const choice = new Int8Array(band.cells);
  best[0] = 0;
  for (let i = 0; i < band.low.length; i++) {
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? 0); j++) {
      const here = best[(band.offset[i] ?? 0) + j] ?? -1;
      beadKinds.forEach((step, kind) => {
        const row = i + step.source;
        const column = j + step.target;
        if (row >= band.low.length || column < (band.low[row] ?? 0) || column > (band.high[row] ?? 0)) return;
        const end = (band.offset[row] ?? 0) + column;
        const sum = here + posterior.of(i, j, kind);
        if (here < 0 || sum <= (best[end] ?? -1)) return;
        best[end] = sum;
        choice[end] = kind;
      });
    }
  }
  return traceBack(band, choice);
}

function traceBack(band: Band, choice: Int8Array): FoundBead[] {
  const found: FoundBead[] = [];
  let i = band.low.length - 1;
  let j = band.high[i] ?? 0;
  while (i > 0 || j > 0) {
    const kind = choice[(band.offset[i] ?? 0) + j] ?? 0;
    i -= beadKinds[kind]?.source ?? 0;
    j -= beadKinds[kind]?.target ?? 0;
    found.push({ i, j, kind });
  }
  return found.toReversed();
}
