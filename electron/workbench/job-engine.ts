import type { JobRow } from '../../data/store/jobs.ts';
import type { Draft } from '../../data/store/drafts.ts';
import type { Translation } from '../../models/translation/translator.ts';
import type { Pace } from './article-view.ts';
import type { Workbench } from './handlers.ts';
import { draftOf, knownDraft, storeDrafts } from './job-drafts.ts';
import type { JobLedger } from './job-ledger.ts';
import { JobPace } from './job-pace.ts';
import { wordsOf, type JobSentence, type JobWork, type Portion } from './job-work.ts';

/** Two portions, so that the engine always has the next one when a process of it is free. */
const MOST_AT_ENGINE = 2;
/** A portion that would take longer than this is given up for what the editor looks at. */
const PATIENCE_S = 1;
/** The same in sentences, as long as the engine's pace is not known. */
const PATIENCE_SENTENCES = 4;

interface Listener {
  /** A portion has ended, however it did. */
  onEnd: () => void;
  onFailure: (job: JobRow, error: unknown) => void;
  /** The job was ended or paused by another process. */
  onLost: (job: JobRow) => void;
}

/** A portion of a job at the engine. */
interface Errand extends Portion {
  job: JobRow;
  work: JobWork;
  abort: AbortController;
  /** Sentences that are not delivered yet. */
  open: Set<JobSentence>;
}

/** Brings portions of jobs to the engine, and what comes of them into the library. */
export class JobEngine {
  readonly #workbench: () => Workbench;
  readonly #ledger: JobLedger;
  readonly #listener: Listener;
  readonly #errands = new Map<Errand, Promise<void>>();
  readonly #pace = new JobPace();
  #model: string | undefined;
  #isStopped = false;

  constructor(workbench: () => Workbench, ledger: JobLedger, listener: Listener) {
    this.#workbench = workbench;
    this.#ledger = ledger;
    this.#listener = listener;
  }

  get isBusy(): boolean {
    return this.#errands.size >= MOST_AT_ENGINE;
  }

  /** Whether something of the job is at the engine. */
  isAt(job: number): boolean {
    return this.#of(job).length > 0;
  }

  /** The sentences of the job that are at the engine. */
  sentencesOf(job: number): JobSentence[] {
    return this.#of(job).flatMap(({ open }) => [...open]);
  }

  /**
   * Takes the next sentences of the job: what the library knows of them is stored, the rest is sent.
   * @returns false when there is nothing that could be taken now
   */
  send(job: JobRow, work: JobWork, from: number): boolean {
    const portion = work.take(from, (part, source) => this.#isAtEngine(part, source));
    if (!portion) return false;
    const known: [JobSentence, Draft][] = [];
    const unknown: JobSentence[] = [];
    try {
      for (const sentence of portion.sentences) {
        const draft = knownDraft(this.#workbench(), job, portion, sentence);
        if (draft) known.push([sentence, draft]);
        else unknown.push(sentence);
      }
      if (!this.#isRunning(job)) return true;
      if (known.length > 0) this.#store(job, work, known);
    } catch (error) {
      work.putBack(portion.sentences);
      throw error;
    }
    if (unknown.length > 0) this.#start(job, work, { ...portion, sentences: unknown });
    return true;
  }

  /** Gives up what is at the engine, unless it is about to end: something else is wanted sooner. */
  makeRoom(): void {
    const open = [...this.#errands.keys()].flatMap((errand) => [...errand.open]);
    const pace = this.#pace.wordsPerSecond;
    const isShort = pace === null ? open.length <= PATIENCE_SENTENCES : wordsOf(open) <= PATIENCE_S * pace;
    if (!isShort) for (const { abort } of this.#errands.keys()) abort.abort();
  }

  /** Gives up what is at the engine of one job. */
  abort(job: number): void {
    for (const { abort } of this.#of(job)) abort.abort();
  }

  /** How quickly the job goes, and how long it will take; undefined when it is not its turn. */
  paceOf(job: number, work: JobWork): Pace | undefined {
    const wordsPerSecond = this.#pace.wordsPerSecond;
    if (wordsPerSecond === null || wordsPerSecond === 0 || !this.isAt(job)) return undefined;
    return {
      wordsPerSecond,
      secondsLeft: (work.waitingWords + wordsOf(this.sentencesOf(job))) / wordsPerSecond,
    };
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { abort } of this.#errands.keys()) abort.abort();
    await Promise.all(this.#errands.values());
  }

  #of(job: number): Errand[] {
    return [...this.#errands.keys()].filter((errand) => errand.job.id === job);
  }

  #isAtEngine({ model, language }: Omit<Portion, 'sentences'>, source: string): boolean {
    return [...this.#errands.keys()].some(
      (errand) =>
        errand.model.id === model.id &&
        errand.language === language &&
        [...errand.open].some((sentence) => sentence.source === source),
    );
  }

  #start(job: JobRow, work: JobWork, portion: Portion): void {
    const { model } = portion;
    if (this.#errands.size === 0 || this.#model !== model.id) this.#pace.restart();
    this.#model = model.id;
    const errand = { ...portion, job, work, abort: new AbortController(), open: new Set(portion.sentences) };
    this.#errands.set(errand, this.#run(errand));
  }

  async #run(errand: Errand): Promise<void> {
    const { job, work, model, language, sentences, abort, open } = errand;
    try {
      await this.#workbench().engine.translate(
        model,
        sentences.map(({ source }) => source),
        { language, signal: abort.signal, onResult: (result) => this.#deliver(errand, result) },
      );
    } catch (error) {
      if (!abort.signal.aborted) this.#listener.onFailure(job, error);
    } finally {
      this.#errands.delete(errand);
      work.putBack(open);
      this.#listener.onEnd();
    }
  }

  #deliver({ job, work, sentences, open, ...portion }: Errand, result: Translation): void {
    const sentence = sentences[result.index];
    if (!sentence || this.#isStopped) return;
    const draft = draftOf({ ...portion, sentences }, sentence, result);
    this.#pace.add(sentence.words, Date.now());
    if (draft) this.#store(job, work, [[sentence, draft]]);
    else work.done(sentence);
    open.delete(sentence);
  }

  /** @throws what the database throws; nothing is stored then */
  #store(job: JobRow, work: JobWork, drafts: readonly (readonly [JobSentence, Draft])[]): void {
    const { emit } = this.#workbench();
    const units = storeDrafts(this.#workbench(), job, drafts);
    if (units === null) return this.#listener.onLost(job);
    for (const [sentence] of drafts) work.done(sentence);
    if (units.length > 0) emit({ event: 'units.changed', payload: { article: job.article, units } });
    const running = { ...job, state: 'running' as const, error: null, attempts: 0, retry_at: null };
    this.#ledger.announce(running, work.left, this.paceOf(job.id, work));
    return undefined;
  }

  #isRunning(job: JobRow): boolean {
    return job.state === 'running' || this.#ledger.change(job, 'running');
  }
}
