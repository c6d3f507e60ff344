import { expect, test } from 'vitest';
import { mapCells } from '../../../../renderer/review/article-map.ts';
import { unit } from '../unit.ts';

test('a short article has a cell a unit', () => {
  const units = [unit(0, { state: 'approved' }), unit(1)];
  expect(mapCells(units, 100)).toEqual([
    { first: 0, count: 1, state: 'approved', doubtful: null },
    { first: 1, count: 1, state: 'untranslated', doubtful: null },
  ]);
});

test('in a long one every unit is in one cell, and the one thing left to do shows', () => {
  const units = Array.from({ length: 10_000 }, (_, id) => unit(id, { state: 'approved' }));
  units[7777] = unit(7777, { state: 'draft' });
  const cells = mapCells(units, 300);
  expect(cells).toHaveLength(300);
  expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  const [left] = cells.filter(({ state }) => state === 'draft');
  expect(left!.first).toBeLessThanOrEqual(7777);
  expect(left!.first + left!.count).toBeGreaterThan(7777);
});

test('what is doubtful is marked where it stands, doubtful drafts and unsure pairings alike', () => {
  const units = Array.from({ length: 100 }, (_, id) => unit(id, { state: 'edited' }));
  units[33] = unit(33, { state: 'draft', confidence: { score: 0.4, reasons: [] } });
  units[71] = unit(71, { state: 'edited', alignment: 0.5 });
  units[90] = unit(90, { state: 'approved', alignment: 0.5 });
  const marked = mapCells(units, 10).filter(({ doubtful }) => doubtful !== null);
  expect(marked.map(({ first, doubtful }) => [first, doubtful])).toEqual([
    [30, 33],
    [70, 71],
  ]);
});

test('an empty article and a strip without width have no trouble', () => {
  expect(mapCells([], 10)).toEqual([]);
  expect(mapCells([unit(0), unit(1)], 0)).toEqual([
    { first: 0, count: 2, state: 'untranslated', doubtful: null },
  ]);
});
