import { InputError } from '../../models/errors.ts';
import type { Translation } from '../../models/translation/translator.ts';
import * as jobs from '../../data/store/jobs.ts';
import { databaseError } from '../../data/store/errors.ts';
import { addDraft, countUntranslated, unit, unitsOf, type Unit } from '../../data/store/units.ts';
import { requireArticle, viewJob } from './article-view.ts';
import { now, type Workbench } from './handlers.ts';

/**
 * Does translation jobs, one after the other. A job is a row in the database and every finished sentence is stored
 * at once, so that after a crash of the engine or of this process it goes on with the first untranslated unit.
 */
export class JobRunner {
  readonly #workbench: () => Workbench;
  readonly #queue: number[] = [];
  #current: { article: number; abort: AbortController } | undefined;
  /** Why jobs failed whose rows could not be told so. */
  readonly #unstored = new Map<number, string>();
  #idle: Promise<void> = Promise.resolve();
  #closed = false;

  /** @param workbench a function, since the workbench holds the runner and the runner the workbench */
  constructor(workbench: () => Workbench) {
    this.#workbench = workbench;
  }

  /** Takes up what was unfinished when the process ended. */
  resume(): void {
    for (const job of jobs.unfinishedJobs(this.#workbench().store)) this.enqueue(job);
  }

  enqueue(job: jobs.JobRow): void {
    if (this.#queue.includes(job.id)) return;
    this.#unstored.delete(job.id);
    this.#queue.push(job.id);
    if (this.#queue.length === 1) this.#idle = this.#work();
  }

  /** Ends the article's unfinished job, if it has one. What is translated already stays. */
  cancel(article: number): void {
    const { store } = this.#workbench();
    const job = jobs.unfinishedJob(store, article);
    if (!job) return;
    this.#finish(job, 'cancelled', null);
    if (this.#current?.article === article) this.#current.abort.abort();
  }

  /** The job as it stands: a row may still say "running" because the disk was too full to take the failure. */
  standing(job: jobs.JobRow): jobs.JobRow {
    const error = this.#unstored.get(job.id);
    return error !== undefined && isUnfinished(job) ? { ...job, state: 'failed', error } : job;
  }

  /** Stops at once and leaves the unfinished jobs as they are, for the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#current?.abort.abort();
    await this.#idle;
  }

  async #work(): Promise<void> {
    // The first stays in the queue while it is worked on, so that it is not taken up twice.
    for (
      let id = this.#queue[0];
      id !== undefined && !this.#closed;
      this.#queue.shift(), id = this.#queue[0]
    ) {
      await this.#take(id).catch((error: unknown) => this.#workbench().log(`job ${id}`, error));
    }
  }

  async #take(id: number): Promise<void> {
    const job = jobs.job(this.#workbench().store, id);
    if (job && isUnfinished(job)) await this.#do(job);
  }

  async #do(job: jobs.JobRow): Promise<void> {
    const { store, engine, models, log } = this.#workbench();
    const abort = new AbortController();
    this.#current = { article: job.article, abort };
    try {
      const { language } = requireArticle(this.#workbench(), job.article);
      const all = unitsOf(store, job.article);
      const waiting = all.filter((candidate) => candidate.state === 'untranslated');
      const model = models.require(
        job.model,
        language ?? 'und',
        waiting.map((candidate) => candidate.source),
      );
      this.#change(job, 'running', null);
      let left = waiting.length;
      await engine.translate(
        model,
        waiting.map((candidate) => candidate.source),
        {
          signal: abort.signal,
          onResult: (result) => this.#store(job, waiting[result.index], result, --left),
        },
      );
      if (!abort.signal.aborted) this.#finish(job, 'done', null);
    } catch (error) {
      if (abort.signal.aborted) return;
      const known = databaseError(error, store.file);
      if (!(known instanceof InputError)) log(`job ${job.id} failed`, error);
      this.#fail(
        job,
        known instanceof InputError
          ? known.message
          : 'The translation failed unexpectedly; the log has the details.',
      );
    } finally {
      this.#current = undefined;
    }
  }

  /** @param left how many sentences are still to come; to count them anew at each would cost more than the rest */
  #store(job: jobs.JobRow, waiting: Unit | undefined, result: Translation, left: number): void {
    const { store, emit } = this.#workbench();
    if (!waiting || this.#closed) return;
    // A model that says nothing has not translated: the sentence stays one that waits for it.
    if (result.text.trim() === '') return;
    const { id } = waiting;
    const draft = {
      model: job.model,
      text: result.text,
      meanLogProb: result.meanLogProb,
      minLogProb: result.minLogProb,
    };
    const after = store.transaction(() => {
      // The article may have been cut anew meanwhile (another language): then this sentence is no more.
      if (!unit(store, id)) return undefined;
      addDraft(store, id, draft, now());
      return unit(store, id);
    });
    if (!after) return;
    emit({ event: 'units.changed', payload: { article: job.article, units: [after] } });
    emit({ event: 'job.changed', payload: { job: viewJob({ ...job, state: 'running' }, left) } });
  }

  /** What made a job fail may also keep that from being stored: then it has failed here, and goes on at the next start. */
  #fail(job: jobs.JobRow, message: string): void {
    const { emit, log } = this.#workbench();
    try {
      this.#finish(job, 'failed', message);
    } catch (error) {
      log(`job ${job.id} failed, which could not be stored`, error);
      this.#unstored.set(job.id, message);
      this.#announce({ ...job, state: 'failed', error: message });
      emit({ event: 'library.changed', payload: { articles: [job.article] } });
    }
  }

  #finish(job: jobs.JobRow, state: jobs.JobState, error: string | null): void {
    this.#change(job, state, error);
    this.#workbench().emit({ event: 'library.changed', payload: { articles: [job.article] } });
  }

  #change(job: jobs.JobRow, state: jobs.JobState, error: string | null): void {
    jobs.setJobState(this.#workbench().store, job.id, state, error, now());
    this.#announce({ ...job, state, error });
  }

  #announce(job: jobs.JobRow): void {
    const { store, emit } = this.#workbench();
    emit({ event: 'job.changed', payload: { job: viewJob(job, countUntranslated(store, job.article)) } });
  }
}

const isUnfinished = ({ state }: jobs.JobRow) => state === 'queued' || state === 'running';
