/** A request on its way through the engine: which of its sentences wait, which are delivered, which are suspect. */
import type { InstalledModel } from '../../models/translation/installed.ts';
import { BATCHES_AT_ONCE, USUAL_BATCH, type Translation } from '../../models/translation/translator.ts';
import type { Stretch } from './calibration.ts';
import type { Layout } from './layout.ts';

export interface EngineRequest {
  /** The language of the sentences, BCP 47. */
  language: string;
  /** Width of the beam, 1 to 6; greedy when left out. */
  beam?: number;
  signal?: AbortSignal;
  /** Called once for every sentence, in any order. If it throws, the request fails with that error. */
  onResult: (translation: Translation) => void;
}

/** Sentences that go to a process together. */
export interface Chunk {
  /** Which sentences of the request. */
  indices: number[];
  /** Sentences decoded together at most, where it is not the usual number. */
  batch: number | undefined;
}

/** Sentences of which a process died this often without delivering any of them are given up. */
export const MOST_CRASHES = 3;

/** After a crash fewer sentences go together: memory may have been short, or one of them may be to blame. */
const BATCH_AFTER_CRASHES = [undefined, 4, 1];

export class Request {
  readonly model: InstalledModel;
  readonly sentences: readonly string[];
  readonly options: EngineRequest;
  /** Settled when all sentences are delivered, or the request has failed. */
  readonly settled = Promise.withResolvers<void>();
  /** Fixed when the first sentence is handed out. */
  layout: Layout | null = null;
  /** The layout that is being measured with sentences of this request. */
  stretch: Stretch | null = null;
  /** Whether sentences of this request were measured. */
  hasMeasured = false;
  readonly #batch: number | undefined;
  readonly #undelivered: Set<number>;
  readonly #crashes = new Map<number, number>();
  #waiting: number[];
  #handedOut = 0;

  /** @param batch sentences decoded together; undefined for the usual number */
  constructor(
    model: InstalledModel,
    sentences: readonly string[],
    options: EngineRequest,
    batch: number | undefined,
  ) {
    this.model = model;
    this.sentences = sentences;
    this.options = options;
    this.#batch = batch;
    this.#waiting = [...sentences.keys()];
    this.#undelivered = new Set(this.#waiting);
  }

  /** Sentences that no process has, in the order in which they are handed out. */
  get waiting(): readonly number[] {
    return this.#waiting;
  }

  get isFresh(): boolean {
    return this.#handedOut === 0;
  }

  get isDone(): boolean {
    return this.#undelivered.size === 0;
  }

  /**
   * The next sentences for a process that is free. The first sentence goes alone, so that it is there soon; then the
   * chunks grow up to what a process sorts at once, and shrink towards the end, so that all processes end together.
   *
   * @param processes that share the work
   */
  next(processes: number): Chunk {
    const crashes = this.#crashesOf(this.#waiting[0]);
    const batch = BATCH_AFTER_CRASHES[crashes] ?? this.#batch;
    const rows = batch ?? USUAL_BATCH;
    const most = this.isFresh ? 1 : Math.min(BATCHES_AT_ONCE * rows, Math.max(rows, this.#handedOut));
    const share =
      processes === 1
        ? most
        : Math.max(Math.ceil(this.#waiting.length / (2 * processes)), Math.ceil(rows / 2));
    // What has met a crash and what has not do not go together.
    const alike = this.#waiting.findIndex((index) => this.#crashesOf(index) !== crashes);
    const end = Math.min(most, share, alike < 0 ? this.#waiting.length : alike);
    return { indices: this.take(this.#waiting.slice(0, end)), batch };
  }

  /** Takes these sentences out of those that wait. */
  take(indices: number[]): number[] {
    const taken = new Set(indices);
    this.#waiting = this.#waiting.filter((index) => !taken.has(index));
    this.#handedOut += indices.length;
    return indices;
  }

  isWaitedFor(index: number): boolean {
    return this.#undelivered.has(index);
  }

  /** False when the sentence was delivered before. */
  deliver(index: number): boolean {
    return this.#undelivered.delete(index);
  }

  /**
   * A process died with these sentences: those that it did not deliver wait again, before all others.
   * @param hasDelivered whether it delivered some of them: then it was not stuck
   * @returns how often in a row a process has died with the unluckiest of them
   */
  giveBack(indices: readonly number[], hasDelivered: boolean): number {
    const lost = indices.filter((index) => this.#undelivered.has(index));
    for (const index of lost) {
      const before = this.#crashesOf(index);
      this.#crashes.set(index, hasDelivered ? Math.max(1, before) : before + 1);
    }
    this.#waiting = [...lost, ...this.#waiting];
    return Math.max(0, ...lost.map((index) => this.#crashesOf(index)));
  }

  #crashesOf(index: number | undefined): number {
    return index === undefined ? 0 : (this.#crashes.get(index) ?? 0);
  }
}
