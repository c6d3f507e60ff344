import type { Store } from './store.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** The translation of one article by one model. */
export interface JobRow {
  id: number;
  article: number;
  model: string;
  state: JobState;
  /** Units that waited for a translation when it was asked for. */
  total: number;
  error: string | null;
  /** The process that does it, or null. */
  owner: string | null;
}

export type NewJob = Pick<JobRow, 'article' | 'model' | 'total' | 'owner'>;

/** Queues a translation. An article has one unfinished job at most: the caller looks first, in the same transaction. */
export function addJob(store: Store, { article, model, total, owner }: NewJob, at: string): JobRow {
  const { lastId } = store.run`
    INSERT INTO jobs (article, model, state, total, owner, created_at, updated_at)
    VALUES (${article}, ${model}, 'queued', ${total}, ${owner}, ${at}, ${at})`;
  return { id: lastId, article, model, state: 'queued', total, error: null, owner };
}

export const job = (store: Store, id: number) =>
  store.get<JobRow>`SELECT id, article, model, state, total, error, owner FROM jobs WHERE id = ${id}`;

/** The article's newest job, finished or not. */
export const latestJob = (store: Store, article: number) =>
  store.get<JobRow>`
    SELECT id, article, model, state, total, error, owner FROM jobs
    WHERE article = ${article} ORDER BY id DESC LIMIT 1`;

export const unfinishedJob = (store: Store, article: number) =>
  store.get<JobRow>`
    SELECT id, article, model, state, total, error, owner FROM jobs
    WHERE article = ${article} AND state IN ('queued', 'running') ORDER BY id LIMIT 1`;

/** Jobs that are queued or running, or were when their process ended; oldest first. */
export const unfinishedJobs = (store: Store) =>
  store.all<JobRow>`
    SELECT id, article, model, state, total, error, owner FROM jobs
    WHERE state IN ('queued', 'running') ORDER BY id`;

/** Moves an unfinished job on; one that is finished stays as it is. Returns whether it moved. */
export function setJobState(
  store: Store,
  id: number,
  state: JobState,
  error: string | null,
  at: string,
): boolean {
  const { changes } = store.run`
    UPDATE jobs SET state = ${state}, error = ${error}, updated_at = ${at}
    WHERE id = ${id} AND state IN ('queued', 'running')`;
  return changes > 0;
}

/** Takes an unfinished job over from the owner that was seen; false when another process was quicker. */
export function takeJob(store: Store, { id, owner }: JobRow, by: string): boolean {
  const { changes } = store.run`
    UPDATE jobs SET owner = ${by} WHERE id = ${id} AND owner IS ${owner} AND state IN ('queued', 'running')`;
  return changes > 0;
}

/** Leaves what an owner has not finished to whoever comes next. */
export function releaseJobs(store: Store, owner: string): void {
  store.run`UPDATE jobs SET owner = NULL WHERE owner = ${owner} AND state IN ('queued', 'running')`;
}
