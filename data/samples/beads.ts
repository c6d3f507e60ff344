import { parseBeads } from '../../models/alignment/beads.ts';
import { InputError } from '../../models/errors.ts';

/** n source sentences aligned to m target sentences, by index from 0. One side may be empty: nothing answers it. */
export interface GoldBead {
  source: number[];
  target: number[];
}

/**
 * Beads set by hand, a line each, that must be complete: on each side the indices rise by one from line to line, beginning with 0.
 * @throws InputError `beads.invalid`
 */
export function parseGold(text: string): GoldBead[] {
  const next = { source: 0, target: 0 };
  return parseBeads(text).map(({ source, target }, index) => {
    if (source.length + target.length === 0) throw invalid(index, 'both sides are empty');
    for (const [side, sentences] of [
      ['source', source],
      ['target', target],
    ] as const) {
      for (const sentence of sentences) {
        if (sentence !== next[side]) {
          throw invalid(index, `${side} sentence ${next[side]} is expected, not ${sentence}`);
        }
        next[side] += 1;
      }
    }
    return { source, target };
  });
}

const invalid = (index: number, problem: string) =>
  new InputError('beads.invalid', `Bead ${index + 1}: ${problem}.`);
