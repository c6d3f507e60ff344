import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorChain } from '../../../../models/alignment/anchors.ts';
import { bandAround } from '../../../../models/alignment/band.ts';

const rising = (values: number[]) => values.toSorted((a, b) => a - b);
const lengths = (count: number) => Array.from({ length: count }, (_, index) => 1 + (index % 90));
const cue = (...hits: number[]) => ({ hits, rate: 0.9, weight: 1 });

test('the chain follows rare cues and leaves out what does not fit', () => {
  const sentences = 500;
  const cues = Array.from({ length: sentences }, (_, i) => (i % 10 === 0 ? [cue(i)] : []));
  cues[205] = [cue(3)];
  const chain = anchorChain(cues, sentences);
  expect(chain).toHaveLength(50);
  expect(chain.every(({ i, j }) => i === j)).toBe(true);
});

test('pairs that form no better chain than chance are no anchors', () => {
  // Each points somewhere else (7919 is prime to 1000).
  const cues = Array.from({ length: 1000 }, (_, i) => [cue((i * 7919) % 1000)]);
  expect(anchorChain(cues, 1000)).toEqual([]);
});

test('a way leads through every band, and memory is bounded', () => {
  const shape = fc.record({
    rows: fc.integer({ min: 0, max: 3000 }),
    columns: fc.integer({ min: 0, max: 3000 }),
    anchors: fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
      ),
      { maxLength: 20 },
    ),
  });
  fc.assert(
    fc.property(shape, ({ rows, columns, anchors }) => {
      const at = rising(anchors.map(([i]) => Math.floor(i * rows)));
      const to = rising(anchors.map(([, j]) => Math.floor(j * columns)));
      const chain = at.map((i, index) => ({ i, j: to[index] ?? 0 }));
      const { low, high, cells } = bandAround(chain, lengths(rows), lengths(columns));
      expect(low[0]).toBe(0);
      expect(high[rows]).toBe(columns);
      for (let row = 1; row <= rows; row++) {
        expect(low[row]).toBeGreaterThanOrEqual(low[row - 1]!);
        expect(high[row]).toBeGreaterThanOrEqual(high[row - 1]!);
        expect(low[row]).toBeLessThanOrEqual(high[row - 1]!);
      }
      expect(cells).toBeLessThan(2_000_000);
    }),
    { numRuns: 30 },
  );
});
