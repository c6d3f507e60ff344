import { InputError } from '../../models/errors.ts';
import * as jobs from '../../data/store/jobs.ts';
import { renewedBy, unit, unitsOf } from '../../data/store/units.ts';
import { isAlive, thisProcess } from '../process-name.ts';
import { requireArticle, type Pace } from './article-view.ts';
import { JobEngine } from './job-engine.ts';
import { jobFailure, RETRY_AFTER_MS } from './job-failure.ts';
import { JobLedger } from './job-ledger.ts';
import { planJob } from './job-plan.ts';
import { JobQueue } from './job-queue.ts';
import { JobWork } from './job-work.ts';
import { now, type Workbench } from './handlers.ts';

/**
 * Does translation jobs. A job is a row in the database and every finished sentence is stored at once, so that after a
 * crash of the engine or of this process it goes on where it was. A library may be open in several processes, each with
 * its own jobs: a job is another's until that one has ended.
 */
export class JobRunner {
  readonly #workbench: () => Workbench;
  readonly #retryAfterMs: readonly number[];
  readonly #queue = new JobQueue();
  readonly #ledger: JobLedger;
  readonly #engine: JobEngine;
  readonly #works = new Map<number, JobWork>();
  #next: NodeJS.Immediate | undefined;
  #attempt: NodeJS.Timeout | undefined;
  #hasWorked = false;
  #closed = false;

  /**
   * @param workbench a function, since the workbench holds the runner and the runner the workbench
   * @param retryAfterMs how long a job waits before each further attempt
   */
  constructor(workbench: () => Workbench, retryAfterMs = RETRY_AFTER_MS) {
    this.#workbench = workbench;
    this.#retryAfterMs = retryAfterMs;
    this.#ledger = new JobLedger(workbench);
    this.#engine = new JobEngine(workbench, this.#ledger, {
      onEnd: () => this.#wake(),
      onFailure: (job, error) => this.#failed(job, error),
      onLost: (job) => this.#lost(job),
    });
  }

  /** Takes up what was left unfinished by processes that have ended; what was paused stays so. */
  resume(): void {
    const { store, log } = this.#workbench();
    try {
      for (const job of jobs.unfinishedJobs(store)) {
        if (job.state === 'paused' || this.#isTaken(job) || !jobs.takeJob(store, job, thisProcess)) continue;
        this.enqueue(job);
        if (job.retry_at !== null) this.#queue.waitUntil(job.id, Date.parse(job.retry_at));
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
      if (this.#engine.isAt(job.id) || this.#queue.order(Date.now())[0] === job.id) {
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
    this.#queue.add(job.id, job.article);
    this.#wake();
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
    const { store } = this.#workbench();
    const position = (from === null ? undefined : unit(store, from)?.position) ?? 0;
    if (this.#queue.positionIn(article) === position) return;
    this.#queue.show({ article, position });
    const [first] = this.#queue.order(Date.now());
    if (first === undefined || this.#queue.jobOf(article) !== first) return;
    const work = this.#works.get(first);
    const isWanted = !work || work.isWanted(position, this.#engine.sentencesOf(first));
    if (!isWanted) return;
    work?.turn();
    this.#engine.makeRoom();
    this.#wake();
  }

  /** The job as it stands: its row says "running" also when its process was killed, or the disk too full for the failure. */
  standing(row: jobs.JobRow): jobs.JobRow {
    const job = this.#ledger.read(row);
    if (!isActive(job) || this.#isTaken(job)) return job;
    return { ...job, state: 'failed', error: INTERRUPTED };
  }

  pace(job: number): Pace | undefined {
    const work = this.#works.get(job);
    return work && this.#engine.paceOf(job, work);
  }

  /** Stops at once and leaves the unfinished jobs as they are, for the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    clearImmediate(this.#next);
    clearTimeout(this.#attempt);
    await this.#engine.stop();
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
    this.#drop(job.id);
    this.#wake();
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
    if (owner === thisProcess) return this.#queue.has(id);
    return owner !== null && isAlive(owner);
  }

  /** Takes a job off the desk; its row says what becomes of it. */
  #drop(job: number): void {
    this.#queue.remove(job);
    this.#works.delete(job);
    this.#engine.abort(job);
  }

  /** Goes on with the work as soon as what is being done now is through. */
  #wake(): void {
    if (this.#closed) return;
    this.#next ??= setImmediate(() => {
      this.#next = undefined;
      if (this.#step()) this.#wake();
      else this.#waitForAttempt();
    });
  }

  #waitForAttempt(): void {
    clearTimeout(this.#attempt);
    const at = this.#queue.nextAttempt(Date.now());
    if (at !== null) this.#attempt = setTimeout(() => this.#wake(), Math.max(0, at - Date.now()));
  }

  /** Does a little of the most urgent job; false when nothing can be done at the moment. */
  #step(): boolean {
    if (this.#closed || this.#engine.isBusy) return false;
    for (const id of this.#queue.order(Date.now())) {
      const job = jobs.job(this.#workbench().store, id);
      if (!job || !isActive(job) || job.owner !== thisProcess) {
        this.#drop(id);
        if (job) this.#ledger.tell(job);
        return true;
      }
      try {
        if (!this.#advance(job)) continue;
        this.#putAside(id);
        return true;
      } catch (error) {
        this.#failed(job, error);
        return true;
      }
    }
    return false;
  }

  /** False when all that is left of the job is at the engine. */
  #advance(job: jobs.JobRow): boolean {
    const work = this.#works.get(job.id) ?? this.#open(job);
    const position = this.#queue.positionIn(job.article);
    if (this.#engine.send(job, work, position ?? 0)) return true;
    if (!work.isEmpty || this.#engine.isAt(job.id)) return false;
    if (work.obstacle === null) this.#ledger.finish(job, 'done');
    else this.#ledger.fail(job, work.obstacle);
    this.#drop(job.id);
    return true;
  }

  /** Reads what there is to do. @throws InputError when the model cannot do it */
  #open(job: jobs.JobRow): JobWork {
    const { store, models } = this.#workbench();
    const { language } = requireArticle(this.#workbench(), job.article);
    const done = job.again ? renewedBy(store, job.article, job.id) : undefined;
    const waiting = unitsOf(store, job.article).filter(
      ({ id, source, state }) => source !== '' && (done ? !done.has(id) : state === 'untranslated'),
    );
    const work = new JobWork(planJob(models, job.model, language ?? 'und', waiting));
    if (this.#queue.positionIn(job.article) !== null) work.turn();
    this.#works.set(job.id, work);
    return work;
  }

  /** Jobs that have had to make room for the one that is done now wait again. */
  #putAside(current: number): void {
    for (const id of this.#works.keys()) {
      if (id === current || this.#engine.isAt(id)) continue;
      const job = jobs.job(this.#workbench().store, id);
      if (job?.state === 'running') this.#ledger.change(job, 'queued');
    }
  }

  /** Another process has ended or paused the job. */
  #lost({ id }: jobs.JobRow): void {
    this.#drop(id);
    const job = jobs.job(this.#workbench().store, id);
    if (job) this.#ledger.tell(job);
  }

  #failed({ id }: jobs.JobRow, error: unknown): void {
    const { store, log } = this.#workbench();
    const { message, mayPass } = jobFailure(error, id, store.file, log);
    const row = jobs.job(store, id);
    if (!row) return this.#drop(id);
    const job = this.#ledger.read(row);
    const attempts = job.attempts + 1;
    const afterMs = mayPass ? this.#retryAfterMs[attempts - 1] : undefined;
    this.#works.delete(job.id);
    this.#engine.abort(job.id);
    if (afterMs === undefined) {
      this.#queue.remove(job.id);
      this.#ledger.fail(job, message);
    } else {
      const at = Date.now() + afterMs;
      this.#queue.waitUntil(job.id, at);
      this.#ledger.postpone(job, message, attempts, new Date(at).toISOString());
    }
    return this.#wake();
  }
}

const INTERRUPTED =
  'The translation was interrupted. What is translated so far is kept; start it again for the rest.';

const isActive = ({ state }: jobs.JobRow) => state === 'queued' || state === 'running';
