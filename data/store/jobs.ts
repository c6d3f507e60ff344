import type { Store } from './store.ts';

export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/** The translation of one article by one model. */
export interface JobRow {
  id: number;
  article: number;
  model: string;
  /** Whether it makes new drafts for all sentences, or translates only those that have no translation. */
  again: 0 | 1;
  state: JobState;
  /** Units that waited for a translation when it was asked for. */
  total: number;
  /** Why it failed or, while it waits for another attempt, why the last one did. */
  error: string | null;
  /** The process that does it, or null. */
  owner: string | null;
  /** Attempts that failed one after the other. */
  attempts: number;
  /** When the next attempt is due, where it is `queued` for one. */
  retry_at: string | null;
}

export type NewJob = Pick<JobRow, 'article' | 'model' | 'again' | 'total' | 'owner'>;

/** Queues a translation. An article has one unfinished job at most: the caller looks first, in the same transaction. */
export function addJob(store: Store, { article, model, again, total, owner }: NewJob, at: string): JobRow {
  const { lastId: id } = store.run`
    INSERT INTO jobs (article, model, again, state, total, owner, created_at, updated_at)
    VALUES (${article}, ${model}, ${again}, 'queued', ${total}, ${owner}, ${at}, ${at})`;
  return {
    id,
    article,
    model,
    again,
    state: 'queued',
    total,
    error: null,
    owner,
    attempts: 0,
    retry_at: null,
  };
}

export const job = (store: Store, id: number) => store.get<JobRow>`SELECT * FROM jobs WHERE id = ${id}`;

/** The article's newest job, finished or not. */
export const latestJob = (store: Store, article: number) =>
  store.get<JobRow>`SELECT * FROM jobs WHERE article = ${article} ORDER BY id DESC LIMIT 1`;

/** The article's job that is queued, running or paused. */
export const unfinishedJob = (store: Store, article: number) =>
  store.get<JobRow>`
    SELECT * FROM jobs WHERE article = ${article} AND state IN ('queued', 'running', 'paused') ORDER BY id LIMIT 1`;

/** Jobs that are queued, running or paused, or were when their process ended; oldest first. */
export const unfinishedJobs = (store: Store) =>
  store.all<JobRow>`SELECT * FROM jobs WHERE state IN ('queued', 'running', 'paused') ORDER BY id`;

/**
 * Moves a job on that is queued or running, or ends a paused one; one that is finished stays as it is, and only
 * `reopenJob` lets a paused one go on. Returns whether it moved.
 */
export function setJobState(
  store: Store,
  id: number,
  state: JobState,
  error: string | null,
  at: string,
): boolean {
  const { changes } = store.run`
    UPDATE jobs SET state = ${state}, error = ${error}, retry_at = NULL, updated_at = ${at}
    WHERE id = ${id} AND (state IN ('queued', 'running') OR (state = 'paused' AND ${state} = 'cancelled'))`;
  return changes > 0;
}

/** Lets an attempt that failed be followed by another one at `retryAt`. Returns whether the job still stood. */
export function postponeJob(
  store: Store,
  id: number,
  { error, attempts, retryAt }: { error: string; attempts: number; retryAt: string },
  at: string,
): boolean {
  const { changes } = store.run`
    UPDATE jobs SET state = 'queued', error = ${error}, attempts = ${attempts}, retry_at = ${retryAt}, updated_at = ${at}
    WHERE id = ${id} AND state IN ('queued', 'running')`;
  return changes > 0;
}

/** Queues a job anew, whatever became of it, as if it had not been tried yet; false when it is no longer as it was seen. */
export function reopenJob(store: Store, { id, state, owner }: JobRow, by: string, at: string): boolean {
  const { changes } = store.run`
    UPDATE jobs SET state = 'queued', error = NULL, owner = ${by}, attempts = 0, retry_at = NULL, updated_at = ${at}
    WHERE id = ${id} AND state = ${state} AND owner IS ${owner}`;
  return changes > 0;
}

/** Something was translated: what fails from now on is tried as often as if nothing had failed before. */
export function forgiveJob(store: Store, id: number): void {
  store.run`UPDATE jobs SET attempts = 0 WHERE id = ${id} AND attempts > 0`;
}

/** Takes a job over that is queued or running, from the owner that was seen; false when another process was quicker. */
export function takeJob(store: Store, { id, owner }: JobRow, by: string): boolean {
  const { changes } = store.run`
    UPDATE jobs SET owner = ${by} WHERE id = ${id} AND owner IS ${owner} AND state IN ('queued', 'running')`;
  return changes > 0;
}

/** Leaves what an owner has not finished to whoever comes next. */
export function releaseJobs(store: Store, owner: string): void {
  store.run`UPDATE jobs SET owner = NULL WHERE owner = ${owner} AND state IN ('queued', 'running', 'paused')`;
}
