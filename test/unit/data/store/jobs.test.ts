import { expect, test } from 'vitest';
import { addJob, latestJob, setJobState, unfinishedJobs } from '../../../../data/store/jobs.ts';
import { articleOf, NOW, temporaryStore } from '../../../support/library.ts';

test('an article has one unfinished job at a time', () => {
  const store = temporaryStore();
  const { id } = articleOf(store, 'Eins.');
  const first = addJob(store, id, 'mini', 1, NOW);
  expect(addJob(store, id, 'mini', 1, NOW)).toEqual(first);
  setJobState(store, first.id, 'done', null, NOW);
  expect(addJob(store, id, 'mini', 1, NOW).id).not.toBe(first.id);
});

test('jobs that were queued or running are found after a restart, oldest first', () => {
  const store = temporaryStore();
  const jobs = ['Eins.', 'Zwei.', 'Drei.'].map((text) =>
    addJob(store, articleOf(store, text).id, 'mini', 1, NOW),
  );
  setJobState(store, jobs[0]!.id, 'running', null, NOW);
  setJobState(store, jobs[1]!.id, 'failed', 'No model.', NOW);
  expect(unfinishedJobs(store).map((job) => job.id)).toEqual([jobs[0]!.id, jobs[2]!.id]);
  expect(latestJob(store, jobs[1]!.article)).toMatchObject({ state: 'failed', error: 'No model.' });
});
