import { expect, test } from 'vitest';
import { progressText, type Job } from '../../../electron/contract.ts';

const job = (given: Partial<Job>): Job => ({
  id: 1,
  article: 1,
  model: 'mini',
  again: false,
  state: 'running',
  done: 18,
  total: 120,
  error: null,
  retryAt: null,
  wordsPerSecond: null,
  secondsLeft: null,
  ...given,
});

test.each<[Partial<Job>, string]>([
  [{}, '18 of 120'],
  [{ wordsPerSecond: 6.2, secondsLeft: 121 }, '18 of 120 · 6 words/s · about 2 min left'],
  [{ wordsPerSecond: 0.3, secondsLeft: 7_300 }, '18 of 120 · 1 words/s · about 2 h left'],
  [{ wordsPerSecond: 50, secondsLeft: 1.4 }, '18 of 120 · 50 words/s · about 5 s left'],
  [{ wordsPerSecond: 50, secondsLeft: 0, done: 120 }, '120 of 120 · 50 words/s'],
])('a job that is so far: %j', (given, words) => {
  expect(progressText(job(given))).toBe(words);
});
