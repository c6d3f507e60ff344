import { expect, test } from 'vitest';
import { isNotApproved, isUntranslated, nextUnit } from '../../../../renderer/review/navigation.ts';
import { unit } from '../unit.ts';

const units = [unit(0), unit(1, { state: 'approved' }), unit(2, { state: 'draft' }), unit(3)];

test('the next of a kind is below, or else above, never the one one stands on', () => {
  expect(nextUnit(units, 0, isNotApproved)?.id).toBe(2);
  expect(nextUnit(units, 3, isNotApproved)?.id).toBe(0);
  expect(nextUnit(units, -1, isUntranslated)?.id).toBe(0);
  expect(nextUnit([unit(0)], 0, isUntranslated)).toBeUndefined();
});
