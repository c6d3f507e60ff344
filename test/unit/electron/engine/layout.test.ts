import { expect, test } from 'vitest';
import {
  candidateLayouts,
  limited,
  usualLayout,
  withThreads,
  type Layout,
} from '../../../../electron/engine/layout.ts';
import { mostProcesses, processBytes } from '../../../../electron/engine/memory.ts';

const named = ({ processes, threads }: Layout): string => `${processes}×${threads}`;

test.each([
  [1, 4, ['1×1']],
  [2, 4, ['1×2', '2×1']],
  [3, 4, ['1×3', '3×1']],
  [4, 4, ['1×4', '2×2', '4×1']],
  [6, 4, ['1×4', '2×3', '3×2', '4×1']],
  [8, 4, ['2×4', '4×2']],
  [16, 4, ['4×4']],
  [4, 2, ['1×4', '2×2']],
  [8, 1, ['1×4']],
])('on %i cores with memory for %i processes these layouts are tried: %j', (cores, most, layouts) => {
  expect(candidateLayouts(cores, most).map(named)).toEqual(layouts);
});

test.each([
  [1, 4, '1×1'],
  [2, 4, '2×1'],
  [2, 1, '1×2'],
  [4, 4, '2×2'],
  [16, 4, '2×4'],
])('on %i cores with memory for %i processes %s is usual', (cores, most, layout) => {
  expect(named(usualLayout(cores, most))).toBe(layout);
});

test('where memory allows fewer processes, the others get their cores', () => {
  expect(named(limited({ processes: 4, threads: 1 }, 4, 2))).toBe('2×2');
  expect(named(limited({ processes: 2, threads: 2 }, 4, 2))).toBe('2×2');
});

test('with a given number of threads there are as many processes as cores and memory allow', () => {
  expect(named(withThreads(1, 2, 4))).toBe('2×1');
  expect(named(withThreads(1, 8, 3))).toBe('3×1');
  expect(named(withThreads(4, 2, 4))).toBe('1×4');
});

test('a model gets as many processes as fit into three quarters of the free memory, and always one', () => {
  const model = 110e6;
  const one = processBytes(model);
  expect(mostProcesses(model, 0)).toBe(1);
  expect(mostProcesses(model, (2 * one) / 0.75 - 1)).toBe(1);
  expect(mostProcesses(model, (2 * one) / 0.75 + 1)).toBe(2);
  expect(mostProcesses(model, 1e12)).toBe(4);
});
