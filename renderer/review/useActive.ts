import { useState } from 'react';
import type { Unit } from '../../electron/contract.ts';
import { saver } from '../api/cache.ts';
import { isNotApproved } from './navigation.ts';
import type { Place } from './TargetEditor.tsx';

export interface Active {
  unit: number;
  /** One uninterrupted stay of the caret in the unit: the editor lives as long. */
  stay: string;
  /** What is typed in one visit becomes one step of undo; a stay is one visit, until a replacement begins another. */
  visit: string;
  place: Place;
  /** How far to scroll so that the row is in sight. */
  reveal: 'auto' | 'center';
}

/** Where the editor was in each article of this session. */
const lastUnit = new Map<number, number>();

const staying = (unit: number, place: Place, reveal: Active['reveal']): Active => ({
  unit,
  stay: crypto.randomUUID(),
  visit: crypto.randomUUID(),
  place,
  reveal,
});

/** The unit under the editor's eyes: where she left off, or the first that is not approved. */
export function useActive(article: number, units: readonly Unit[]) {
  const [active, setActive] = useState<Active | null>(() => {
    const last = units.find(({ id }) => id === lastUnit.get(article));
    const first = last ?? units.find(isNotApproved) ?? units[0];
    return first ? staying(first.id, 'stay', 'center') : null;
  });

  const activate = (unit: number, place: Place, reveal: Active['reveal'] = 'auto') => {
    void saver.flush();
    lastUnit.set(article, unit);
    setActive(staying(unit, place, reveal));
  };

  /** What is typed from now on is another step of undo; the editor stays as it is. */
  const beginVisit = () => {
    void saver.flush();
    setActive((now) => now && { ...now, visit: crypto.randomUUID() });
  };
  return { active, activate, beginVisit };
}
