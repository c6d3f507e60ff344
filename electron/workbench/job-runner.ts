import { InputError } from '../../models/errors.ts';
import type { Translation } from '../../models/translation/translator.ts';
import * as jobs from '../../data/store/jobs.ts';
import { databaseError } from '../../data/store/errors.ts';
import { addDraft, countUntranslated, unit, unitsOf, type Unit } from '../../data/store/units.ts';
import { isAlive, thisProcess } from '../process-name.ts';
import { requireArticle, viewJob } from './article-view.ts';
import { planJob } from './job-plan.ts';
import { now, type Workbench } from './handlers.ts';

/**
 * Does translation jobs, one after the other. A job is a row in the database and every finished sentence is stored
 * at once, so that after a crash of the engine or of this process it goes on with the first untranslated unit.
 * A library may be open in several processes, each with its own jobs: a job is another's until that one has ended.
 */
export class JobRunner {
  readonly #workbench: () => Workbench;
  readonly #queue: number[] = [];
  #current: { job: number; article: number; abort: AbortController } | undefined;
  /** Why jobs failed whose rows could not be told so. */
  readonly #unstored = new Map<number, string>();
  #idle: Promise<void> = Promise.resolve();
  #hasWorked = false;
  #closed = false;

  /** @param workbench a function, since the workbench holds the runner and the runner the workbench */
  constructor(workbench: () => Workbench) {
    this.#workbench = workbench;
  }

  /** Takes up what was left unfinished by processes that have ended. */
  resume(): void {
    const { store, log } = this.#workbench();
    try {
      for (const job of jobs.unfinishedJobs(store))
        if (!this.#isTaken(job) && jobs.takeJob(store, job, thisProcess)) this.enqueue(job);
    } catch (error) {
      // A full disk must not keep the library from being opened; until they are started again they count as interrupted.
      log('unfinished jobs were not taken up', error);
    }
  }

  /**
   * The article's job, new or taken over, for `enqueue` when the caller's transaction is through. One that waits for
   * another model is replaced.
   * @throws InputError `job.elsewhere`, `job.running`
   */
  claim(article: number, model: string, total: number): jobs.JobRow {
    const { store } = this.#workbench();
    const job = jobs.unfinishedJob(store, article);
    if (job) {
      const { title } = requireArticle(this.#workbench(), article);
      if (this.#isTaken(job) && job.owner !== thisProcess) {
        throw new InputError(
          'job.elsewhere',
          `“${title}” is being translated by another window or command already. Wait for it, or cancel it first.`,
        );
      }
      if (job.model === model) {
        jobs.takeJob(store, job, thisProcess);
        return { ...job, owner: thisProcess };
      }
      if (this.#current?.job === job.id) {
        throw new InputError(
          'job.running',
          `“${title}” is being translated with the model ${job.model} now. Cancel that first.`,
        );
      }
      jobs.setJobState(store, job.id, 'cancelled', null, now());
    }
    return jobs.addJob(store, { article, model, total, owner: thisProcess }, now());
  }

  enqueue(job: jobs.JobRow): void {
    if (this.#queue.includes(job.id)) return;
    this.#unstored.delete(job.id);
    this.#hasWorked = true;
    this.#queue.push(job.id);
    if (this.#queue.length === 1) this.#idle = this.#work();
  }

  /** Ends the article's unfinished job, if it has one. What is translated already stays. */
  cancel(article: number): void {
    const { store } = this.#workbench();
    const job = jobs.unfinishedJob(store, article);
    if (!job) return;
    // Where another process does it, that one notices at its next sentence.
    this.#finish(job, 'cancelled', null);
    if (this.#current?.article === article) this.#current.abort.abort();
  }

  /** The job as it stands: its row says "running" also when its process was killed, or the disk too full for the failure. */
  standing(job: jobs.JobRow): jobs.JobRow {
    if (!isUnfinished(job)) return job;
    const error = this.#unstored.get(job.id) ?? (this.#isTaken(job) ? null : INTERRUPTED);
    return error === null ? job : { ...job, state: 'failed', error };
  }

  /** Stops at once and leaves the unfinished jobs as they are, for the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#current?.abort.abort();
    await this.#idle;
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

  /** Whether a process is at this unfinished job: this one, or another that lives. */
  #isTaken({ id, owner }: jobs.JobRow): boolean {
    if (owner === thisProcess) return this.#queue.includes(id);
    return owner !== null && isAlive(owner);
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
    this.#current = { job: job.id, article: job.article, abort };
    try {
      const { language } = requireArticle(this.#workbench(), job.article);
      const all = unitsOf(store, job.article);
      const waiting = all.filter((candidate) => candidate.state === 'untranslated');
      const { parts, obstacle } = planJob(models, job.model, language ?? 'und', waiting);
      if (!this.#change(job, 'running', null)) return;
      let left = waiting.length;
      for (const { model, language: tongue, units } of parts) {
        await engine.translate(
          model,
          units.map((candidate) => candidate.source),
          {
            language: tongue,
            signal: abort.signal,
            onResult: (result) => this.#store(job, units[result.index], result, model.id, --left),
          },
        );
      }
      if (abort.signal.aborted) return;
      if (obstacle === null) this.#finish(job, 'done', null);
      else this.#fail(job, obstacle);
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
  #store(
    job: jobs.JobRow,
    waiting: Unit | undefined,
    result: Translation,
    model: string,
    left: number,
  ): void {
    const { store, emit } = this.#workbench();
    if (!waiting || this.#closed) return;
    // A model that says nothing has not translated: the sentence stays one that waits for it.
    if (result.text.trim() === '') return;
    const { id } = waiting;
    const draft = {
      model,
      text: result.text,
      meanLogProb: result.meanLogProb,
      minLogProb: result.minLogProb,
    };
    const after = store.transaction(() => {
      if (jobs.job(store, job.id)?.state !== 'running') return 'cancelled';
      // The article may have been cut anew meanwhile (another language): then this sentence is no more.
      if (!unit(store, id)) return undefined;
      addDraft(store, id, draft, now());
      return unit(store, id);
    });
    if (after === 'cancelled') {
      this.#current?.abort.abort();
      this.#finish(job, 'cancelled', null);
      return;
    }
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

  /** False when the job is finished already, cancelled by another process: that stands. */
  #change(job: jobs.JobRow, state: jobs.JobState, error: string | null): boolean {
    const { store } = this.#workbench();
    const isChanged = jobs.setJobState(store, job.id, state, error, now());
    this.#announce(isChanged ? { ...job, state, error } : (jobs.job(store, job.id) ?? job));
    return isChanged;
  }

  #announce(job: jobs.JobRow): void {
    const { store, emit } = this.#workbench();
    emit({ event: 'job.changed', payload: { job: viewJob(job, countUntranslated(store, job.article)) } });
  }
}

const INTERRUPTED =
  'The translation was interrupted. What is translated so far is kept; start it again for the rest.';

const isUnfinished = ({ state }: jobs.JobRow) => state === 'queued' || state === 'running';
