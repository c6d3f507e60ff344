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

test('every row is in exactly one batch, none of which is too large', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 100 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 32 }), (rows, largest) => {
      const grouped = batches(rows, largest);
      expect(grouped.flat().toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
      for (const batch of grouped) {
        expect(batch.length).toBeLessThanOrEqual(largest);
        const padded = batch.length * Math.max(...batch.map((row) => rows[row] ?? 0));
        expect(batch.length === 1 || padded <= 2048).toBe(true);
      }
    }),
  );
});
