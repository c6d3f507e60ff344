import { MEMORY, type Unit, type UnitState } from '../../electron/contract.ts';

/** From least to most done: the order of counts, bars and choices. */
export const states = ['untranslated', 'draft', 'edited', 'approved'] as const satisfies readonly UnitState[];

/** Each state in a word, and in a sentence for the one who wonders. */
export const stateWords: Record<UnitState, { name: string; meaning: string }> = {
  untranslated: { name: 'Untranslated', meaning: 'Not translated yet' },
  draft: { name: 'Draft', meaning: 'Machine draft, not reviewed yet' },
  edited: { name: 'Edited', meaning: 'Edited, not approved yet' },
  approved: { name: 'Approved', meaning: 'Approved' },
};

/** A unit's state in a sentence: a draft says whose words it is made of. */
export const stateMeaning = ({ state, draft }: Pick<Unit, 'state' | 'draft'>): string =>
  state === 'draft' && draft?.model === MEMORY
    ? 'From your approved translations, to be confirmed'
    : stateWords[state].meaning;

/** "1 unit", "12 units". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
