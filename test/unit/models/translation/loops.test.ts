import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsLoop, lengthBeforeLoop } from '../../../../models/translation/loops.ts';

const times = (count: number, phrase: number[]): number[] =>
  Array.from({ length: count }, () => phrase).flat();

test('a phrase that goes round is a loop; its first copy stays', () => {
  expect(lengthBeforeLoop([9, 8, 7, ...times(5, [1, 2, 3, 4])])).toBe(3 + 4);
});

test('one token that goes on and on is a loop', () => {
  expect(lengthBeforeLoop([9, ...times(16, [5])])).toBe(2);
});

test('a rhetorical repetition is not', () => {
  expect(lengthBeforeLoop([9, ...times(3, [1, 2])])).toBeNull();
  expect(lengthBeforeLoop(times(2, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBeNull();
});

test('a long phrase is a loop at its third copy', () => {
  const phrase = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(lengthBeforeLoop(times(3, phrase))).toBe(10);
});

test('what does not repeat is never a loop', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 80 }), (tokens) => {
      expect(lengthBeforeLoop(tokens)).toBeNull();
    }),
  );
});

test('every loop is found at the latest after sixteen tokens and three copies', () => {
  const phrases = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 32 });
  fc.assert(
    fc.property(phrases, fc.uniqueArray(fc.integer({ min: 100 }), { maxLength: 20 }), (phrase, before) => {
      const copies = Math.max(3, Math.ceil(16 / phrase.length));
      expect(lengthBeforeLoop([...before, ...times(copies, phrase)])).toBe(before.length + phrase.length);
    }),
  );
});

test('a source that repeats itself is recognised wherever it does so', () => {
  expect(holdsLoop([1, 2, ...times(20, [3]), 4, 5])).toBe(true);
  expect(holdsLoop([1, 2, 3, 4, 5])).toBe(false);
});
