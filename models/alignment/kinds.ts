import { weights } from './weights.ts';

/** A shape of bead: how many source sentences answer how many target sentences. */
export interface BeadKind {
  source: number;
  target: number;
  /** Whether one side is empty. */
  isGap: boolean;
  /** Log probability of this kind next, when a bead with two sides came before, and when a gap did. */
  afterPair: number;
  afterGap: number;
}

/** The most sentences on one side of a bead. */
export const longestSide = 4;

const gaps: typeof weights.kinds = [
  [1, 0, 0.5],
  [0, 1, 0.5],
];

/** All kinds; their order is that of the numbers in `beadOdds`. */
export const beadKinds: readonly BeadKind[] = [...gaps, ...weights.kinds].map(([source, target, share]) => {
  const isGap = source === 0 || target === 0;
  const { open, extend } = weights.gap;
  return {
    source,
    target,
    isGap,
    afterPair: Math.log(share * (isGap ? open : 1 - open)),
    afterGap: Math.log(share * (isGap ? extend : 1 - extend)),
  };
});
