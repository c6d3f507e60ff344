import type { Store } from './store.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** The translation of one article by one model. `total`: units that waited for a translation when it was asked for. */
export interface JobRow {
  id: number;
  article: number;
  model: string;
  state: JobState;
  total: number;
  error: string | null;
}

/** Queues a translation; an unfinished one of the same article is returned instead of a second one. */
export function addJob(store: Store, article: number, model: string, total: number, at: string): JobRow {
  const unfinished = unfinishedJob(store, article);
  if (unfinished) return unfinished;
  const { lastId } = store.run`
    INSERT INTO jobs (article, model, state, total, created_at, updated_at)
    VALUES (${article}, ${model}, 'queued', ${total}, ${at}, ${at})`;
  return { id: lastId, article, model, state: 'queued', total, error: null };
}

export const job = (store: Store, id: number) =>
  store.get<JobRow>`SELECT id, article, model, state, total, error FROM jobs WHERE id = ${id}`;

/** The article's newest job, finished or not. */
export const latestJob = (store: Store, article: number) =>
  store.get<JobRow>`
    SELECT id, article, model, state, total, error FROM jobs WHERE article = ${article} ORDER BY id DESC LIMIT 1`;

export const unfinishedJob = (store: Store, article: number) =>
  store.get<JobRow>`
    SELECT id, article, model, state, total, error FROM jobs
    WHERE article = ${article} AND state IN ('queued', 'running') ORDER BY id LIMIT 1`;

/** Jobs that were queued or running when the process ended, oldest first. */
export const unfinishedJobs = (store: Store) =>
  store.all<JobRow>`
    SELECT id, article, model, state, total, error FROM jobs WHERE state IN ('queued', 'running') ORDER BY id`;

export function setJobState(
  store: Store,
  id: number,
  state: JobState,
  error: string | null,
  at: string,
): void {
  store.run`UPDATE jobs SET state = ${state}, error = ${error}, updated_at = ${at} WHERE id = ${id}`;
}
