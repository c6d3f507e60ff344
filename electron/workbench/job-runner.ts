import { InputError } from '../../models/errors.ts';
import * as jobs from '../../data/store/jobs.ts';
import { isAlive, thisProcess } from '../process-name.ts';
import { requireArticle, type Pace } from './article-view.ts';
import { isActive, JobDesk } from './job-desk.ts';
import { RETRY_AFTER_MS } from './job-failure.ts';
import { JobLedger } from './job-ledger.ts';
import { now, type Workbench } from './handlers.ts';

/**
 * Does translation jobs. A job is a row in the database and every finished sentence is stored at once, so that after a
 * crash of the engine or of this process it goes on where it was. A library may be open in several processes, each with
 * its own jobs: a job is another's until that one has ended.
 */
export class JobRunner {
  readonly #workbench: () => Workbench;
  readonly #ledger: JobLedger;
  readonly #desk: JobDesk;
  #hasWorked = false;

  /**
   * @param workbench a function, since the workbench holds the runner and the runner the workbench
   * @param retryAfterMs how long a job waits before each further attempt
   */
  constructor(workbench: () => Workbench, retryAfterMs = RETRY_AFTER_MS) {
    this.#workbench = workbench;
    this.#ledger = new JobLedger(workbench);
    this.#desk = new JobDesk(workbench, this.#ledger, retryAfterMs);
  }

  /** Takes up what was left unfinished by processes that have ended; what was paused stays so. */
  resume(): void {
    const { store, log } = this.#workbench();
    try {
      for (const job of jobs.unfinishedJobs(store)) {
        if (job.state === 'paused' || this.#isTaken(job) || !jobs.takeJob(store, job, thisProcess)) continue;
        this.enqueue(job);
        if (job.retry_at !== null) this.#desk.waitUntil(job.id, Date.parse(job.retry_at));
      }
    } catch (error) {
      // A full disk must not keep the library from being opened; until they are started again they count as interrupted.
      log('unfinished jobs were not taken up', error);
    }
  }

  /**
   * The article's job, new or taken over, for `enqueue` when the caller's transaction is through. One that waits to do
   * something else is replaced.
   * @throws InputError `job.elsewhere`, `job.running`
   */
  claim(wanted: Omit<jobs.NewJob, 'owner'>): jobs.JobRow {
    const { store } = this.#workbench();
    const { article, model, again } = wanted;
    const job = jobs.unfinishedJob(store, article);
    if (job) {
      const { title } = requireArticle(this.#workbench(), article);
      this.#requireOurs(job);
      if (job.model === model && job.again === again) {
        if (isActive(job) && job.retry_at === null) jobs.takeJob(store, job, thisProcess);
        else jobs.reopenJob(store, job, thisProcess, now());
        return jobs.job(store, job.id) ?? job;
      }
      if (this.#desk.isAtWorkOn(job.id)) {
        throw new InputError(
          'job.running',
          `“${title}” is being translated with the model ${job.model} now. Cancel that first.`,
        );
      }
      // It leaves the queue at its turn: the caller's transaction may still be taken back.
      jobs.setJobState(store, job.id, 'cancelled', null, now());
    }
    return jobs.addJob(store, { ...wanted, owner: thisProcess }, now());
  }

  enqueue(job: jobs.JobRow): void {
    this.#ledger.forget(job.id);
    this.#hasWorked = true;
    this.#desk.add(job);
  }

  /** Ends the article's unfinished job, if it has one. What is translated already stays. */
  cancel(article: number): void {
    this.#stop(article, 'cancelled');
  }

  /** Lets the article's job rest until `goOn`, also over a restart. */
  pause(article: number): void {
    this.#stop(article, 'paused');
  }

  /** Takes the article's paused job up again, and one that waits for another attempt at once. */
  goOn(article: number): void {
    const job = jobs.unfinishedJob(this.#workbench().store, article);
    if (job && (job.state === 'paused' || job.retry_at !== null)) this.#reopen(job);
  }

  /** Does the rest of a job that failed or was cancelled. */
  retry(job: jobs.JobRow): void {
    this.#reopen(job);
  }

  /** The articles with a job that is queued or running, or that is paused. */
  articlesWith(which: 'active' | 'paused'): number[] {
    return jobs
      .unfinishedJobs(this.#workbench().store)
      .filter(({ state }) => (state === 'paused') === (which === 'paused'))
      .map(({ article }) => article);
  }

  /** An editor looks at an article, from this unit on: it is translated first. */
  show(article: number, from: number | null): void {
    this.#desk.show(article, from);
  }

  /** How quickly the job goes; undefined when that cannot be told, or when it is not its turn. */
  pace(job: number): Pace | undefined {
    return this.#desk.pace(job);
  }

  /** The job as it stands: its row says "running" also when its process was killed, or the disk too full for the failure. */
  standing(row: jobs.JobRow): jobs.JobRow {
    const job = this.#ledger.read(row);
    if (!isActive(job) || this.#isTaken(job)) return job;
    return { ...job, state: 'failed', error: INTERRUPTED };
  }

  /** Stops at once and leaves the unfinished jobs as they are, for the next start. */
  async close(): Promise<void> {
    await this.#desk.stop();
    if (this.#hasWorked) this.#release();
  }

  #release(): void {
    const { store, log } = this.#workbench();
    try {
      jobs.releaseJobs(store, thisProcess);
    } catch (error) {
      // Its owner will be found to have ended.
      log('unfinished jobs were not released', error);
    }
  }

  #stop(article: number, state: 'cancelled' | 'paused'): void {
    const job = jobs.unfinishedJob(this.#workbench().store, article);
    if (!job) return;
    // Where another process does it, that one notices at its next sentence.
    this.#ledger.finish(job, state);
    this.#desk.drop(job.id);
  }

  #reopen(job: jobs.JobRow): void {
    const { store } = this.#workbench();
    this.#requireOurs(job);
    if (!jobs.reopenJob(store, job, thisProcess, now())) return;
    const row = jobs.job(store, job.id) ?? job;
    this.enqueue(row);
    this.#ledger.announce(row);
  }

  /** @throws InputError `job.elsewhere` when another process that lives does the job */
  #requireOurs(job: jobs.JobRow): void {
    if (!isActive(job) || job.owner === thisProcess || !this.#isTaken(job)) return;
    const { title } = requireArticle(this.#workbench(), job.article);
    throw new InputError(
      'job.elsewhere',
      `“${title}” is being translated by another window or command already. Wait for it, or cancel it first.`,
    );
  }

  /** Whether a process is at this unfinished job: this one, or another that lives. */
  #isTaken({ id, owner }: jobs.JobRow): boolean {
    if (owner === thisProcess) return this.#desk.has(id);
    return owner !== null && isAlive(owner);
  }
}

const INTERRUPTED =
  'The translation was interrupted. What is translated so far is kept; start it again for the rest.';
