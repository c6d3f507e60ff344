import { weights } from './weights.ts';

/**
 * How often beads of such a probability were right when people had aligned by hand (Platt 1999: a logistic curve over the log odds).
 * The search's own probabilities are too sure of themselves, since its evidence is not as independent as it reckons.
 *
 * Fitted on aligned news and on a hand-aligned book chapter together. Tried beside it and found to add nothing on unseen texts: the
 * neighbours' probabilities, evidence per sentence, lengths, and how sure the pass without the induced lexicon was.
 *
 * @param probability of the bead at `weights.confidence.temperature`
 * @returns 0–1, never quite either
 */
export function calibrated(probability: number): number {
  const { base, slope } = weights.confidence;
  const bounded = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
  const logOdds = base + slope * Math.log(bounded / (1 - bounded));
  return 1 / (1 + Math.exp(-logOdds));
}
