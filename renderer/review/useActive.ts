import { useState } from 'react';
import type { Unit } from '../../electron/contract.ts';
import { saver } from '../api/cache.ts';
import { isNotApproved } from './navigation.ts';
import type { Place } from './TargetEditor.tsx';

export interface Active {
  unit: number;
  /** One uninterrupted stay of the caret in the unit: its saves become one step of undo. */
  visit: string;
  place: Place;
  /** How far to scroll so that the row is in sight. */
  reveal: 'auto' | 'center';
}

/** Where the editor was in each article of this session. */
const lastUnit = new Map<number, number>();

const visiting = (unit: number, place: Place, reveal: Active['reveal']): Active => ({
  unit,
  visit: crypto.randomUUID(),
  place,
  reveal,
});

/** The unit under the editor's eyes: where she left off, or the first that is not approved. */
export function useActive(article: number, units: readonly Unit[]) {
  const [active, setActive] = useState<Active | null>(() => {
    const last = units.find(({ id }) => id === lastUnit.get(article));
    const first = last ?? units.find(isNotApproved) ?? units[0];
    return first ? visiting(first.id, 'stay', 'center') : null;
  });

  const activate = (unit: number, place: Place, reveal: Active['reveal'] = 'auto') => {
    void saver.flush();
    lastUnit.set(article, unit);
    setActive(visiting(unit, place, reveal));
  };
  return { active, activate };
}
