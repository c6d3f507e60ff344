import type { Stop } from '../../translation/translator.ts';
import type { Finding } from './finding.ts';

/**
 * How sure the model was. The mean log-probability of the tokens is the best single sign that a network gives of its own
 * translations (Fomicheva et al. 2020, "Unsupervised quality estimation for NMT"); the least certain token finds what a mean over
 * forty tokens hides. Greedy and beam search take likely tokens, so that a token below e⁻³ is rare in what they choose.
 *
 * The thresholds are set and not fitted: no real weights could be run where this was written, and the mini model is far surer of itself
 * than a large one. Tokens that are taken at 0.6 on average (a mean of −0.5) cost nothing; a mean of −1.5 costs about
 * what a wrong number does. Whoever has drafts of a real model with their corrections should fit them.
 */
const mean = { free: 0.5, slope: 3, most: 4 };
const least = { free: 3, slope: 0.6, most: 3 };

/** Penalty from which an editor is told. */
const told = 1.5;

export function certainty(meanLogProb: number | null, minLogProb: number | null): Finding[] {
  const penalty = cost(meanLogProb, mean) + cost(minLogProb, least);
  if (penalty === 0) return [];
  return [{ code: 'unsure', penalty, message: penalty >= told ? 'The model was unsure' : null }];
}

function cost(logProb: number | null, { free, slope, most }: typeof mean): number {
  if (logProb === null || Number.isNaN(logProb)) return 0;
  return Math.min(most, Math.max(0, -logProb - free) * slope);
}

/** How the model ended, where it did not end by itself. */
export function ending(stop: Stop | null): Finding[] {
  if (stop === 'loop') {
    return [
      { code: 'loop', penalty: 5, message: 'The model began to repeat itself; the rest may be missing' },
    ];
  }
  if (stop === 'length') {
    return [{ code: 'cut-off', penalty: 5, message: 'The model was stopped; the end is missing' }];
  }
  return [];
}
