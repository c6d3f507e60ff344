import { expect, test } from 'vitest';
import { galeChurch } from '../../eval/gale-church.ts';
import { areaUnderCurve, scoreBeads } from '../../eval/score-beads.ts';

const bead = (source: number[], target: number[]) => ({ source, target });

const beads = (...confidences: [number, boolean][]) =>
  confidences.map(([confidence, right]) => ({ confidence, right }));
const letters = (...lengths: number[]) => lengths.map((length) => 'a'.repeat(length));

test('precision counts all beads, recall those with two sides, gaps one by one', () => {
  const gold = [bead([0], [0]), bead([1, 2], [1]), bead([3], []), bead([4], [2])];
  const found = [bead([0], [0]), bead([1], [1]), bead([2, 3], []), bead([4], [2])];
  const { precision, recall, f1 } = scoreBeads([{ gold, found }]);
  expect(precision).toBeCloseTo(3 / 5);
  expect(recall).toBeCloseTo(2 / 3);
  expect(f1).toBeCloseTo((2 * 0.6 * (2 / 3)) / (0.6 + 2 / 3));
});

test('the area is 1 when all wrong beads come first, 0 when last, a half when nothing tells them apart', () => {
  expect(areaUnderCurve(beads([0.1, false], [0.5, true], [0.9, true]))).toBe(1);
  expect(areaUnderCurve(beads([0.9, false], [0.5, true], [0.1, true]))).toBe(0);
  expect(areaUnderCurve(beads([0.5, false], [0.5, true], [0.5, true]))).toBe(0.5);
  expect(areaUnderCurve(beads([0.5, true]))).toBeNaN();
});

test('the baseline merges what only lengths tell', () => {
  expect(galeChurch(letters(40, 120, 30), letters(42, 60, 62, 31))).toEqual([
    bead([0], [0]),
    bead([1], [1, 2]),
    bead([2], [3]),
  ]);
});
