import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeliest } from '../../../support/likeliest.ts';

test('the likeliest tokens of every row, with their log-probabilities', () => {
  const { tokens, logProbs } = likeliest(Float32Array.of(1, 3, 2, /**/ 5, 0, 4), 2, 2, []);
  expect([...tokens]).toEqual([1, 2, 0, 2]);
  expect(logProbs[0]).toBeCloseTo(3 - Math.log(Math.exp(1) + Math.exp(3) + Math.exp(2)), 5);
  expect(logProbs[3]).toBeCloseTo(4 - Math.log(Math.exp(5) + Math.exp(0) + Math.exp(4)), 5);
});

test('what is suppressed neither comes out nor counts', () => {
  const { tokens, logProbs } = likeliest(Float32Array.of(9, 1, 1), 1, 1, [0]);
  expect([...tokens]).toEqual([1]);
  expect(logProbs[0]).toBeCloseTo(Math.log(0.5), 5);
});

test('any number of candidates is the beginning of the whole order', () => {
  const logits = fc.array(fc.float({ noNaN: true, min: -50, max: 50 }), { minLength: 6, maxLength: 40 });
  fc.assert(
    fc.property(logits, fc.integer({ min: 1, max: 6 }), (row, width) => {
      const order = [...row.keys()].toSorted((a, b) => row[b]! - row[a]! || a - b);
      const { tokens } = likeliest(Float32Array.from(row), 1, width, []);
      expect([...tokens]).toEqual(order.slice(0, width));
    }),
  );
});
