import { expect, test } from 'vitest';
import { JobPace } from '../../../../electron/workbench/job-pace.ts';

test('nothing is said of the pace before it can be told', () => {
  const pace = new JobPace();
  pace.add(100, 0);
  pace.add(10, 1_900);
  expect(pace.wordsPerSecond).toBeNull();
});

test('the pace is that of the last half minute, and begins anew after a pause', () => {
  const pace = new JobPace();
  for (let second = 0; second <= 60; second++) pace.add(second < 30 ? 100 : 6, second * 1000);
  expect(pace.wordsPerSecond).toBeCloseTo(6);
  pace.restart();
  expect(pace.wordsPerSecond).toBeNull();
});
