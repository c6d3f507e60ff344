import { expect, test } from 'vitest';
import { JobQueue } from '../../../../electron/workbench/job-queue.ts';

const queueOf = (...jobs: [job: number, article: number][]) => {
  const queue = new JobQueue();
  for (const [job, article] of jobs) queue.add(job, article);
  return queue;
};

test('what is on the screen comes first, then the others as they were asked for; the latest window wins', () => {
  const queue = queueOf([1, 10], [2, 20], [3, 30]);
  expect(queue.order(0)).toEqual([1, 2, 3]);
  queue.show({ article: 20, position: 4 });
  queue.show({ article: 30, position: 7 });
  expect(queue.order(0)).toEqual([3, 1, 2]);
  expect([queue.positionIn(30), queue.positionIn(20)]).toEqual([7, null]);
  queue.show({ article: 99, position: 0 });
  expect(queue.order(0)).toEqual([1, 2, 3]);
});

test('a job that waits for another attempt lets the others pass, until it is due or asked for', () => {
  const queue = queueOf([1, 10], [2, 20]);
  queue.waitUntil(1, 5_000);
  expect(queue.order(4_999)).toEqual([2]);
  expect(queue.nextAttempt(4_999)).toBe(5_000);
  expect(queue.order(5_000)).toEqual([1, 2]);
  expect(queue.nextAttempt(5_000)).toBeNull();
  queue.add(1, 10);
  expect(queue.order(0)).toEqual([1, 2]);
});
