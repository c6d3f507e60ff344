import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { batches, windows } from '../../../../models/translation/batches.ts';

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

test('the first sentence goes alone, then ever more go together', () => {
  const sizes = windows(200, 16).map(({ start, end }) => end - start);
  expect(sizes).toEqual([1, 4, 16, 64, 64, 51]);
  expect(windows(3, 16)).toEqual([
    { start: 0, end: 1 },
    { start: 1, end: 3 },
  ]);
});

test('the windows follow each other from the first sentence to the last', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 32 }), (count, largest) => {
      const cut = windows(count, largest);
      const sentences = cut.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, at) => start + at),
      );
      expect(sentences).toEqual([...Array(count).keys()]);
      expect(cut.every(({ start, end }) => end > start && end - start <= 4 * largest)).toBe(true);
    }),
  );
});
