import { weights } from '../weights.ts';

/** Evidence of lengths: log odds that stretches of `source` and `target` letters translate each other. */
export type LengthOdds = (
  source: number,
  target: number,
  sourceSentences: number,
  targetSentences: number,
) => number;

/**
 * Long sentences have long translations (Gale & Church 1993): the logarithm of the ratio of the two lengths is normally
 * distributed about that of the text's own ratio, with a relative variance that falls with length as theirs does, down to a
 * floor. Unlike theirs it is weighed against chance, the total of as many sentences drawn from the text at random, so that it can
 * be added to other evidence; and a small share of outliers bounds what a single wild sentence can cost.
 *
 * Both directions are averaged, so that source and target may change places.
 *
 * @param source lengths of the source sentences in letters, `target` those of the target
 * @param ratio expected target letters for one source letter
 */
export function lengthOdds(source: readonly number[], target: readonly number[], ratio: number): LengthOdds {
  const randomSource = totals(source);
  const randomTarget = totals(target);
  const logRatio = Math.log(ratio);
  return (s, t, sourceSentences, targetSentences) => {
    const logS = Math.log(s);
    const logT = Math.log(t);
    const variance = (2 * weights.length.variance) / (s + t / ratio) + weights.length.floor ** 2;
    const translated = normal(logT - logS - logRatio, variance);
    const odds = (chance: number) =>
      Math.log((1 - weights.length.outliers) * Math.exp(translated - chance) + weights.length.outliers);
    return (odds(randomSource(logS, sourceSentences)) + odds(randomTarget(logT, targetSentences))) / 2;
  };
}

/** The log density of the logarithm of a total of n sentences, which is about normal itself (Fenton 1960). */
function totals(lengths: readonly number[]): (logTotal: number, sentences: number) => number {
  const mean = sum(lengths) / Math.max(1, lengths.length);
  const variance = sum(lengths.map((length) => (length - mean) ** 2)) / Math.max(1, lengths.length);
  const relative = Math.max(variance / mean ** 2, 0.1);
  return (logTotal, sentences) => {
    const spread = Math.log(1 + relative / sentences);
    return normal(logTotal - Math.log(mean * sentences) + spread / 2, spread);
  };
}

/** Log density of the normal distribution. */
const normal = (deviation: number, variance: number): number =>
  -(deviation ** 2) / (2 * variance) - Math.log(2 * Math.PI * variance) / 2;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
