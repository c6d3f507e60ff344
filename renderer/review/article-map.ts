import type { Unit, UnitState } from '../../electron/contract.ts';
import { states } from '../parts/states.ts';

export interface Cell {
  /** Index of the first unit that the cell stands for. */
  first: number;
  count: number;
  /** Of its units, the state of the least done: what is left to do must not vanish in a long article. */
  state: UnitState;
}

/** Parts an article into at most `most` cells of nearly equal length, in order. */
export function mapCells(units: readonly Pick<Unit, 'state'>[], most: number): Cell[] {
  const cells = Math.min(units.length, Math.max(1, most));
  return Array.from({ length: cells }, (_, n) => {
    const first = Math.floor((n * units.length) / cells);
    const part = units.slice(first, Math.floor(((n + 1) * units.length) / cells));
    return { first, count: part.length, state: leastDone(part) };
  });
}

const leastDone = (units: readonly Pick<Unit, 'state'>[]): UnitState =>
  states.find((state) => units.some((unit) => unit.state === state)) ?? 'untranslated';
