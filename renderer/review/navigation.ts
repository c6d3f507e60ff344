import { DOUBTFUL_CONFIDENCE, UNSURE_ALIGNMENT, type Unit } from '../../electron/contract.ts';

type Which = (unit: Unit) => boolean;

export const isNotApproved: Which = ({ state }) => state !== 'approved';
export const isUntranslated: Which = ({ state }) => state === 'untranslated';
type Marked = (unit: Pick<Unit, 'state' | 'alignment' | 'confidence'>) => boolean;
/** The aligner doubts that the two sides belong together, and nobody has looked yet. */
export const isUnsure: Marked = ({ state, alignment }) =>
  state !== 'approved' && alignment !== null && alignment < UNSURE_ALIGNMENT;
/** The machine's draft stands there as it is, and something speaks against it. */
export const isDoubtfulDraft: Marked = ({ state, confidence }) =>
  state === 'draft' && confidence !== null && confidence.score < DOUBTFUL_CONFIDENCE;
/** What wants a look first: ▲. */
export const isDoubtful: Marked = (unit) => isUnsure(unit) || isDoubtfulDraft(unit);

/**
 * The next unit of a kind after `from`, and from the article's beginning when there is none below.
 *
 * @param from an index into `units`; -1 before the first
 * @returns undefined when there is none but the one at `from`
 */
export function nextUnit(units: readonly Unit[], from: number, which: Which): Unit | undefined {
  return units.slice(from + 1).find(which) ?? units.slice(0, Math.max(0, from)).find(which);
}
