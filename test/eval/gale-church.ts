/**
 * Sentence alignment by length alone, after Gale & Church 1993, "A Program for Aligning Sentences in Bilingual Corpora": the
 * baseline that the aligner is measured against. Written from the paper; not shipped.
 */

interface Bead {
  source: number[];
  target: number[];
}

/** Shapes and their probabilities from the paper's table 5; each one-sided and each two-to-one shape has half of its pair. */
const kinds: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.89],
  [1, 0, 0.0099 / 2],
  [0, 1, 0.0099 / 2],
  [2, 1, 0.089 / 2],
  [1, 2, 0.089 / 2],
  [2, 2, 0.011],
];

/** Target characters for a source character, and the variance of that, as in the paper. */
const charactersEach = 1;
const variance = 6.8;

/** Aligns the whole grid; meant for documents, not for books. */
export function galeChurch(source: readonly string[], target: readonly string[]): Bead[] {
  const width = target.length + 1;
  const cost = new Float64Array((source.length + 1) * width).fill(Infinity);
  const choice = new Int8Array(cost.length);
  cost[0] = 0;
  for (let i = 0; i <= source.length; i++) {
    for (let j = 0; j <= target.length; j++) {
      kinds.forEach(([n, m, share], kind) => {
        if (i < n || j < m) return;
        const lengths = [characters(source, i - n, i), characters(target, j - m, j)] as const;
        const sum = (cost[(i - n) * width + j - m] ?? Infinity) - Math.log(share) + lengthCost(...lengths);
        if (sum >= (cost[i * width + j] ?? Infinity)) return;
        cost[i * width + j] = sum;
        choice[i * width + j] = kind;
      });
    }
  }
  const beads: Bead[] = [];
  for (let i = source.length, j = target.length; i > 0 || j > 0;) {
    const [n, m] = kinds[choice[i * width + j] ?? 0] ?? [1, 1];
    i -= n;
    j -= m;
    beads.push({ source: consecutive(i, n), target: consecutive(j, m) });
  }
  return beads.toReversed();
}

/** −log of the probability of a deviation of lengths at least as great. */
function lengthCost(source: number, target: number): number {
  if (source + target === 0) return 0;
  const mean = (source + target / charactersEach) / 2;
  const deviation = Math.abs(target - source * charactersEach) / Math.sqrt(mean * variance);
  return -Math.log(Math.max(2 * (1 - normal(deviation)), 1e-12));
}

/** The cumulative normal distribution for z ≥ 0 (Abramowitz & Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}

const characters = (sentences: readonly string[], start: number, end: number): number =>
  sentences.slice(start, end).reduce((sum, sentence) => sum + sentence.trim().length, 0);

const consecutive = (start: number, length: number): number[] =>
  Array.from({ length }, (_, index) => start + index);
