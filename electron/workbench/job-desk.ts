import * as jobs from '../../data/store/jobs.ts';
import { renewedBy, unit, unitsOf } from '../../data/store/units.ts';
import { thisProcess } from '../process-name.ts';
import { requireArticle, type Pace } from './article-view.ts';
import { JobEngine } from './job-engine.ts';
import { jobFailure } from './job-failure.ts';
import type { JobLedger } from './job-ledger.ts';
import { planJob } from './job-plan.ts';
import { JobQueue } from './job-queue.ts';
import { JobWork } from './job-work.ts';
import type { Workbench } from './handlers.ts';

/** The jobs that this process does: a little of the most urgent one at a time, until all are done. */
export class JobDesk {
  readonly #workbench: () => Workbench;
  readonly #ledger: JobLedger;
  readonly #retryAfterMs: readonly number[];
  readonly #queue = new JobQueue();
  readonly #engine: JobEngine;
  readonly #works = new Map<number, JobWork>();
  #next: NodeJS.Immediate | undefined;
  #attempt: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(workbench: () => Workbench, ledger: JobLedger, retryAfterMs: readonly number[]) {
    this.#workbench = workbench;
    this.#ledger = ledger;
    this.#retryAfterMs = retryAfterMs;
    this.#engine = new JobEngine(workbench, ledger, {
      onEnd: () => this.#wake(),
      onFailure: (job, error) => this.#failed(job, error),
      onLost: (job) => this.#lost(job),
    });
  }

  /** Takes a job on; its row is queued, and this process its owner. */
  add({ id, article }: jobs.JobRow): void {
    this.#queue.add(id, article);
    this.#wake();
  }

  has(job: number): boolean {
    return this.#queue.has(job);
  }

  /** Lets a job wait until then (ms since 1970). */
  waitUntil(job: number, at: number): void {
    this.#queue.waitUntil(job, at);
    this.#wake();
  }

  /** Whether the job is the one that is done now. */
  isAtWorkOn(job: number): boolean {
    return this.#engine.isAt(job) || this.#queue.order(Date.now())[0] === job;
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

  pace(job: number): Pace | undefined {
    const work = this.#works.get(job);
    return work && this.#engine.paceOf(job, work);
  }

  /** Gives up what is at the engine; the jobs' rows stay as they are. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearImmediate(this.#next);
    clearTimeout(this.#attempt);
    await this.#engine.stop();
  }

  /** Takes a job off the desk; its row says what becomes of it. */
  drop(job: number): void {
    this.#queue.remove(job);
    this.#works.delete(job);
    this.#engine.abort(job);
    this.#wake();
  }

  /** Goes on with the work as soon as what is being done now is through. */
  #wake(): void {
    if (this.#isStopped) return;
    this.#next ??= setImmediate(() => {
      this.#next = undefined;
      try {
        if (this.#step()) this.#wake();
        else this.#waitForAttempt();
      } catch (error) {
        // The database cannot even be read: whoever starts or resumes a job next wakes the others too.
        this.#workbench().log('jobs could not be looked at', error);
      }
    });
  }

  #waitForAttempt(): void {
    clearTimeout(this.#attempt);
    const at = this.#queue.nextAttempt(Date.now());
    if (at !== null) this.#attempt = setTimeout(() => this.#wake(), Math.max(0, at - Date.now()));
  }

  /** Does a little of the most urgent job; false when nothing can be done at the moment. */
  #step(): boolean {
    if (this.#isStopped || this.#engine.isBusy) return false;
    for (const id of this.#queue.order(Date.now())) {
      const job = jobs.job(this.#workbench().store, id);
      if (!job || !isActive(job) || job.owner !== thisProcess) {
        this.drop(id);
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
    this.drop(job.id);
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
    this.drop(id);
    const job = jobs.job(this.#workbench().store, id);
    if (job) this.#ledger.tell(job);
  }

  #failed(job: jobs.JobRow, error: unknown): void {
    try {
      this.#conclude(job, error);
    } catch (trouble) {
      // Its row still says "running"; without this process at it, it counts as interrupted.
      this.#workbench().log(`job ${job.id} failed, and could not be looked at`, trouble);
      this.drop(job.id);
    }
  }

  /** Lets a job that failed wait for another attempt, or end. */
  #conclude({ id }: jobs.JobRow, error: unknown): void {
    const { store, log } = this.#workbench();
    const { message, mayPass } = jobFailure(error, id, store.file, log);
    const row = jobs.job(store, id);
    if (!row) return this.drop(id);
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

/** Whether a process should be at the job. */
export const isActive = ({ state }: jobs.JobRow): boolean => state === 'queued' || state === 'running';
