import { expect, test } from 'vitest';
import type { Unit } from '../../../../electron/contract.ts';
import {
  isDoubtful,
  isNotApproved,
  isUntranslated,
  nextUnit,
} from '../../../../renderer/review/navigation.ts';
import { unit } from '../unit.ts';

const units = [unit(0), unit(1, { state: 'approved' }), unit(2, { state: 'draft' }), unit(3)];

test('the next of a kind is below, or else above, never the one one stands on', () => {
  expect(nextUnit(units, 0, isNotApproved)?.id).toBe(2);
  expect(nextUnit(units, 3, isNotApproved)?.id).toBe(0);
  expect(nextUnit(units, -1, isUntranslated)?.id).toBe(0);
  expect(nextUnit([unit(0)], 0, isUntranslated)).toBeUndefined();
});

test('doubtful are unsure pairings, and drafts that stand as the machine made them and are not to be trusted', () => {
  const confidence = { score: 0.4, reasons: [] };
  const doubtful = (given: Partial<Unit>) => isDoubtful(unit(1, given));
  expect(doubtful({ state: 'draft', confidence })).toBe(true);
  expect(doubtful({ state: 'draft', confidence: { ...confidence, score: 0.7 } })).toBe(false);
  // Typed over in this window, before the store has answered.
  expect(doubtful({ state: 'edited', confidence })).toBe(false);
  expect(doubtful({ state: 'edited', alignment: 0.5 })).toBe(true);
  expect(doubtful({ state: 'approved', alignment: 0.5 })).toBe(false);
});
