import * as jobs from '../../data/store/jobs.ts';
import { countLeft, viewJob, type Pace } from './article-view.ts';
import { now, type Workbench } from './handlers.ts';

/**
 * What became of the jobs: written into the database, and said to the windows. What makes a job fail, such as a full disk,
 * may also keep that from being written; then it is remembered here.
 */
export class JobLedger {
  readonly #workbench: () => Workbench;
  readonly #unwritten = new Map<number, Partial<jobs.JobRow>>();

  constructor(workbench: () => Workbench) {
    this.#workbench = workbench;
  }

  /** The job with what could not be written of it. */
  read(job: jobs.JobRow): jobs.JobRow {
    return { ...job, ...this.#unwritten.get(job.id) };
  }

  forget(job: number): void {
    this.#unwritten.delete(job);
  }

  /** Moves a job on. False when it is no longer queued or running: what another process has made of it stands. */
  change(job: jobs.JobRow, state: jobs.JobState, error: string | null = null): boolean {
    const { store } = this.#workbench();
    const isChanged = jobs.setJobState(store, job.id, state, error, now());
    this.forget(job.id);
    this.announce(jobs.job(store, job.id) ?? job);
    return isChanged;
  }

  /** Ends a job, or pauses it. */
  finish(job: jobs.JobRow, state: jobs.JobState, error: string | null = null): void {
    this.change(job, state, error);
    this.#libraryChanged(job);
  }

  /** Ends a job that failed. */
  fail(job: jobs.JobRow, error: string): void {
    this.#write(job, { state: 'failed', error }, () => this.change(job, 'failed', error));
  }

  /** Notes that a job failed and waits for another attempt. */
  postpone(job: jobs.JobRow, error: string, attempts: number, retryAt: string): void {
    const { store } = this.#workbench();
    this.#write(job, { state: 'queued', error, attempts, retry_at: retryAt }, () => {
      jobs.postponeJob(store, job.id, { error, attempts, retryAt }, now());
      this.announce(jobs.job(store, job.id) ?? job);
    });
  }

  /** Tells the windows how a job stands. */
  announce(job: jobs.JobRow, left?: number, pace?: Pace): void {
    const { store, emit } = this.#workbench();
    emit({ event: 'job.changed', payload: { job: viewJob(job, left ?? countLeft(store, job), pace) } });
  }

  #write(job: jobs.JobRow, unwritten: Partial<jobs.JobRow>, write: () => void): void {
    const { log } = this.#workbench();
    try {
      write();
    } catch (error) {
      log(`job ${job.id} failed, which could not be stored`, error);
      this.#unwritten.set(job.id, unwritten);
      this.announce({ ...job, ...unwritten });
    }
    this.#libraryChanged(job);
  }

  /** Tells the windows what another process has made of a job. */
  tell(job: jobs.JobRow): void {
    this.announce(job);
    this.#libraryChanged(job);
  }

  #libraryChanged({ article }: jobs.JobRow): void {
    this.#workbench().emit({ event: 'library.changed', payload: { articles: [article] } });
  }
}
