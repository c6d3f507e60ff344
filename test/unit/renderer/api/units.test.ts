import { expect, test } from 'vitest';
import { countStates, editedState, patchUnits } from '../../../../renderer/api/units.ts';
import { unit } from '../unit.ts';

test('only what changed gets a new identity, and what is being typed here is left alone', () => {
  const units = [unit(1), unit(2), unit(3)];
  const patched = patchUnits(
    units,
    [unit(2, { target: 'Two' }), unit(3, { target: 'Three' }), unit(9)],
    new Set([3]),
  );
  expect(patched.map(({ target }) => target)).toEqual(['', 'Two', '']);
  expect(patched[0]).toBe(units[0]);
  expect(patched[2]).toBe(units[2]);
  expect(patchUnits(units, [], new Set())).toBe(units);
});

test('the machine’s own words are a draft, nobody’s are untranslated, all others edited', () => {
  const draft = { model: 'm', text: 'Two' };
  expect(editedState(unit(1, { draft }), 'Two')).toBe('draft');
  expect(editedState(unit(1, { draft }), '')).toBe('edited');
  expect(editedState(unit(1), '')).toBe('untranslated');
  expect(editedState(unit(1), 'Two')).toBe('edited');
});

test('an addition of the translator that is emptied waits for no translation: it has no original', () => {
  expect(editedState(unit(1, { source: '', start: 9, end: 9 }), '')).toBe('edited');
});

test('units are counted by state', () => {
  expect(countStates([unit(1), unit(2, { state: 'draft' }), unit(3, { state: 'draft' })])).toEqual({
    untranslated: 1,
    draft: 2,
    edited: 0,
    approved: 0,
  });
});
