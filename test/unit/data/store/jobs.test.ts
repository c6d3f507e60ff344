import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  addJob,
  job,
  latestJob,
  releaseJobs,
  setJobState,
  takeJob,
  unfinishedJobs,
} from '../../../../data/store/jobs.ts';
import { migrate } from '../../../../data/store/open.ts';
import type { Store } from '../../../../data/store/store.ts';
import { articleOf, NOW, temporaryStore } from '../../../support/library.ts';

const queued = (store: Store, text: string) =>
  addJob(store, { article: articleOf(store, text).id, model: 'mini', again: 0, total: 1, owner: 'me' }, NOW);

test('jobs that were queued or running are found after a restart, oldest first', () => {
  const store = temporaryStore();
  const jobs = ['Eins.', 'Zwei.', 'Drei.'].map((text) => queued(store, text));
  setJobState(store, jobs[0]!.id, 'running', null, NOW);
  setJobState(store, jobs[1]!.id, 'failed', 'No model.', NOW);
  expect(unfinishedJobs(store).map(({ id }) => id)).toEqual([jobs[0]!.id, jobs[2]!.id]);
  expect(latestJob(store, jobs[1]!.article)).toMatchObject({ state: 'failed', error: 'No model.' });
});

test('what is finished stays so: a cancelled job does not become done', () => {
  const store = temporaryStore();
  const { id } = queued(store, 'Eins.');
  expect(setJobState(store, id, 'cancelled', null, NOW)).toBe(true);
  expect(setJobState(store, id, 'done', null, NOW)).toBe(false);
  expect(job(store, id)?.state).toBe('cancelled');
});

test('of two that see the same job, one takes it', () => {
  const store = temporaryStore();
  const seen = queued(store, 'Eins.');
  expect(takeJob(store, seen, 'first')).toBe(true);
  expect(takeJob(store, seen, 'second')).toBe(false);
  releaseJobs(store, 'first');
  expect(job(store, seen.id)).toMatchObject({ state: 'queued', owner: null });
});

test('jobs from before there were owners belong to nobody', () => {
  const db = new Database(':memory:');
  migrate(db, ':memory:', 7);
  db.exec(`
    INSERT INTO articles (hash, name, title, origin, text, bom, confidence, words, imported_at)
    VALUES ('h', 'alt.txt', 'Alt', 'file', 'Eins.', 0, 1, 1, '2026-01-01');
    INSERT INTO jobs (article, model, state, total, created_at, updated_at)
    VALUES (1, 'mini', 'running', 3, '2026-01-01', '2026-01-01')`);
  migrate(db, ':memory:', 8);
  expect(db.prepare('SELECT state, total, owner FROM jobs').all()).toEqual([
    { state: 'running', total: 3, owner: null },
  ]);
});
