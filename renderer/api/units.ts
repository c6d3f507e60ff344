import type { Article, History, Unit, UnitState } from '../../electron/contract.ts';

export interface OpenArticle {
  article: Article;
  units: Unit[];
  history: History;
}

export type Counts = Record<UnitState, number>;

/**
 * Puts changed units in the place of those with the same id; the others keep their identity, so that only changed rows are drawn.
 *
 * @param keep ids of units whose text in this window is newer than any answer
 */
export function patchUnits(units: Unit[], changed: readonly Unit[], keep: ReadonlySet<number>): Unit[] {
  const byId = new Map(changed.filter((unit) => !keep.has(unit.id)).map((unit) => [unit.id, unit]));
  if (byId.size === 0) return units;
  return units.map((unit) => byId.get(unit.id) ?? unit);
}

export function countStates(units: readonly Unit[]): Counts {
  const counts: Counts = { untranslated: 0, draft: 0, edited: 0, approved: 0 };
  for (const unit of units) counts[unit.state] += 1;
  return counts;
}

/** The state that the store gives a unit whose text an editor changed: the machine's words, nobody's, or hers. */
export function editedState({ draft, source }: Pick<Unit, 'draft' | 'source'>, text: string): UnitState {
  if (draft?.text === text) return 'draft';
  return text === '' && !draft && source !== '' ? 'untranslated' : 'edited';
}
