import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { batches } from '../../../../models/translation/batches.ts';

test('rows of like length go together, the short ones first', () => {
  expect(batches([30, 5, 31, 6], 2)).toEqual([
    [1, 3],
    [0, 2],
  ]);
});

test('a batch of very long rows is smaller', () => {
  expect(batches([400, 400, 400, 400, 400, 400], 16).map((batch) => batch.length)).toEqual([5, 1]);
});

test('hypotheses count as so many rows', () => {
  expect(batches([7, 7, 7, 7, 7], 8, 4).map((batch) => batch.length)).toEqual([2, 2, 1]);
});

test('every row is in exactly one batch, none of which is too large', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 100 });
  const width = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 32 }), width, (rows, largest, each) => {
      const grouped = batches(rows, largest, each);
      expect(grouped.flat().toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
      for (const batch of grouped) {
        const { length } = batch;
        const longest = Math.max(...batch.map((row) => rows[row] ?? 0));
        expect(length === 1 || length * each <= largest).toBe(true);
        expect(length === 1 || length * each * longest <= 2048).toBe(true);
      }
    }),
  );
});
