import type { Unit, UnitState } from '../../electron/contract.ts';
import { states } from '../parts/states.ts';
import { isDoubtful } from './navigation.ts';

export interface Cell {
  /** Index of the first unit that the cell stands for. */
  first: number;
  count: number;
  /** Of its units, the state of the least done: what is left to do must not vanish in a long article. */
  state: UnitState;
  /** Index of the first of its units that wants a look, or null. */
  doubtful: number | null;
}

type MapUnit = Pick<Unit, 'state' | 'alignment' | 'confidence'>;

/** Parts an article into at most `most` cells of nearly equal length, in order. */
export function mapCells(units: readonly MapUnit[], most: number): Cell[] {
  const cells = Math.min(units.length, Math.max(1, most));
  return Array.from({ length: cells }, (_, n) => {
    const first = Math.floor((n * units.length) / cells);
    const part = units.slice(first, Math.floor(((n + 1) * units.length) / cells));
    const doubtful = part.findIndex(isDoubtful);
    return {
      first,
      count: part.length,
      state: leastDone(part),
      doubtful: doubtful < 0 ? null : first + doubtful,
    };
  });
}

const leastDone = (units: readonly Pick<Unit, 'state'>[]): UnitState =>
  states.find((state) => units.some((unit) => unit.state === state)) ?? 'untranslated';
