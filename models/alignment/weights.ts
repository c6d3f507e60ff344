/**
 * What the evidence counts for. Rates are probabilities that a translation answers a cue; a weight says how much of a signal's log
 * odds count, since the cues of one sentence are not independent of one another.
 *
 * Tuned by hand, one number at a time and only while both kinds of text agreed: news with made-up merges and gaps, and a chapter
 * aligned by hand (with made-up gaps alone an aligner learns to leave sentences out that a person would attach to a neighbour). Strict
 * F1 on news / the chapter / the chapter with machine translation, and what it falls to when a signal is taken away:
 *
 *     all                   .973  .896  .898
 *     length                .910  .828  .886
 *     all words             .929  .855  .890     (alike, named, learnt)
 *     the learnt lexicon    .973  .889  .897     (in made-up books without names: .99 with it, .91 without)
 *     numbers               .971  .890  .882
 *     punctuation           .967  .898  .900
 *     MT                                .896
 *
 * (Names that were added later brought news to .979.)
 *
 * All were fitted on these sets, so that other texts will do a point or two worse.
 */

/** Source sentences, target sentences, and the share of such beads among those with two sides. */
const kinds: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.8],
  [1, 2, 0.1],
  [2, 1, 0.08],
  [2, 2, 0.016],
  [1, 3, 0.012],
  [3, 1, 0.012],
  [2, 3, 0.006],
  [3, 2, 0.006],
  [1, 4, 0.003],
  [4, 1, 0.003],
];

export const weights = {
  kinds,
  /** Probability that a sentence without counterpart follows a bead with two sides, and that one follows another. */
  gap: { open: 0.01, extend: 0.45 },
  /** Variance of a length ratio times letters, standard deviation in the longest sentences, share of wild sentences. */
  length: { variance: 2, floor: 0.13, outliers: 0.001 },
  numbers: { weight: 0.6, rate: 0.9, smallRate: 0.6 },
  punctuation: { weight: 0.75, rate: 0.8 },
  /** Beside a machine translation the words themselves say little that it does not. */
  words: { weight: 0.7, weightBesideMt: 0.1 },
  names: { rate: 0.8 },
  /** `known` is the rate of a pair from a memory; a learnt pair needs `rate` after `doubt` more misses, and `association` (G²). */
  lexicon: { known: 0.8, doubt: 0.5, rate: 0.5, association: 15 },
  mt: { wordWeight: 0.45, wordRate: 0.5, pairWeight: 0.25, pairRate: 0.3 },
  /** See `confidence.ts`. */
  confidence: { temperature: 0.5, base: 0.7, slope: 0.57 },
};
