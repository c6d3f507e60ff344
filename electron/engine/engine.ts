/**
 * The engine as the workbench sees it: sentences in, translations out, whatever happens to the processes that make them.
 *
 * Processes start with the first request and end when they have had nothing to do for a while. Each takes the next
 * sentences when it is free. When one dies or hangs, what it had not delivered goes to the next that is free; each
 * sentence is delivered exactly once.
 */
import { availableParallelism, cpus } from 'node:os';
import { InputError } from '../../models/errors.ts';
import type { InstalledModel } from '../../models/translation/installed.ts';
import type { LoadOptions, Translation } from '../../models/translation/translator.ts';
import type { Exit } from '../supervise.ts';
import { cause } from './engine-process.ts';
import { LayoutChoice } from './layout-choice.ts';
import type { Layout } from './layout.ts';
import { Pool, type ProcessStatus, type Run } from './pool.ts';
import { RememberedLayouts } from './remembered-layouts.ts';
import { MOST_CRASHES, Request, type EngineRequest } from './request.ts';
import type { Outcome } from './worker.ts';

export type { EngineRequest } from './request.ts';

export interface EngineOptions extends LoadOptions {
  /** Forces a layout. Default: the fastest that the memory allows, found out with the first long request. */
  layout?: Layout;
  /** The file in which the fastest layouts are remembered; without one they are as long as the engine lives. */
  layoutsFile?: string;
  /** The Node 24 binary; default: the one that runs this. */
  node?: string;
  /** Starting, or loading a model, may take this long before the process counts as hanging. Default 5 minutes (slow disks). */
  loadTimeoutMs?: number;
  /** A single step of translation may take this long. Default 1 minute. */
  stepTimeoutMs?: number;
  /** The last process ends after this long without work, the others after a fifth of it. Default 5 minutes. */
  idleMs?: number;
  /** Hears of restarts and of what the processes printed before they died. */
  log?: (message: string) => void;
}

export interface EngineStatus {
  /** How the request at work is run, or the last one was; null before the first. */
  layout: Layout | null;
  /** Whether the layout is just being found out. */
  isMeasuring: boolean;
  processes: ProcessStatus[];
}

export class Engine {
  readonly #options: EngineOptions;
  readonly #choice: LayoutChoice;
  readonly #pool: Pool;
  readonly #queue: Request[] = [];
  #layout: Layout | null = null;
  #isClosed = false;

  constructor(options: EngineOptions = {}) {
    this.#options = options;
    const cores = availableParallelism();
    const machine = { cpu: cpus()[0]?.model ?? '', cores };
    this.#choice = new LayoutChoice({
      cores,
      forced: options.layout,
      threads: options.threads,
      remembered: new RememberedLayouts(options.layoutsFile, machine),
      log: (message) => options.log?.(message),
    });
    this.#pool = new Pool({
      node: options.node,
      loadTimeoutMs: options.loadTimeoutMs ?? 300_000,
      stepTimeoutMs: options.stepTimeoutMs ?? 60_000,
      idleMs: options.idleMs ?? 300_000,
      log: options.log,
      onResult: (run, translation) => this.#deliver(run, translation),
      onFree: (over) => {
        if (over) this.#finished(over.run, over.outcome);
        this.#handOut();
      },
      onDied: (lost) => {
        if (lost) this.#lost(lost.run, lost.exit);
        this.#handOut();
      },
    });
  }

  /** What runs, and what it takes. */
  status(): EngineStatus {
    return {
      layout: this.#layout,
      isMeasuring: this.#queue.some(({ stretch }) => stretch !== null),
      processes: this.#pool.status(),
    };
  }

  /**
   * Translates sentences of one language; resolves when every one is delivered. Requests are begun in their order.
   *
   * @throws InputError `model.*` when the model cannot be loaded, `engine.crashed` when the processes keep dying
   * @throws the signal's reason, at once when it aborts
   */
  async translate(
    model: InstalledModel,
    sentences: readonly string[],
    options: EngineRequest,
  ): Promise<void> {
    options.signal?.throwIfAborted();
    if (this.#isClosed) throw closed();
    if (model.problem) throw new InputError(model.problem.code, model.problem.message);
    if (sentences.length === 0) return;
    const request = new Request(model, sentences, options, this.#options.batch);
    const abort = (): void => this.#fail(request, options.signal?.reason);
    options.signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(request);
    this.#handOut();
    try {
      await request.settled.promise;
    } finally {
      options.signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * Lets go of a model whose files are to be removed or replaced, where it does nothing just now: its weights are read in
   * place, and some systems do not remove a file that is.
   */
  letGo(model: string): Promise<void> {
    return this.#pool.letGo(model);
  }

  /** Ends the processes; requests that are not done fail with `engine.closed`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    // The queue shrinks meanwhile.
    this.#queue.slice().forEach((request) => this.#fail(request, closed()));
    await this.#pool.close();
  }

  /** Gives free processes something to do. */
  #handOut(): void {
    if (this.#isClosed) return;
    if (this.#pool.isEmpty) this.#choice.forgetCare();
    for (const request of this.#queue) {
      if (request.waiting.length === 0) continue;
      if (this.#measure(request)) return;
      const layout = (request.layout ??= this.#choice.layoutFor(request.model, this.#pool.freeBytes));
      while (request.waiting.length > 0) {
        const member = this.#pool.take(request, layout);
        if (!member) break;
        this.#layout = layout;
        this.#pool.begin(member, request, request.next(this.#pool.sharing(request, layout)), layout);
      }
      // None overtakes a request that has not begun.
      if (request.isFresh) return;
    }
  }

  /** True when the request is or should be one whose layout is found out: then nothing else runs beside it. */
  #measure(request: Request): boolean {
    request.stretch ??= this.#choice.stretch(request, this.#pool.freeBytes);
    const { stretch } = request;
    if (!stretch) return false;
    if (this.#pool.isBusy) return true;
    request.hasMeasured = true;
    this.#layout = stretch.layout;
    for (const indices of stretch.next()) {
      const member = this.#pool.take(request, stretch.layout, true);
      if (!member) continue;
      const chunk = { indices: request.take(indices), batch: this.#options.batch };
      this.#pool.begin(member, request, chunk, stretch.layout);
    }
    return true;
  }

  #deliver(run: Run, translation: Translation): void {
    const { request } = run;
    const index = run.indices[translation.index];
    if (index === undefined || !request.deliver(index)) return;
    run.hasDelivered = true;
    try {
      request.options.onResult({ ...translation, index });
    } catch (error) {
      this.#fail(request, error);
    }
  }

  #finished({ request, indices }: Run, outcome: Outcome): void {
    if (outcome.type === 'refused') {
      this.#fail(request, new InputError(outcome.code, outcome.message));
      return;
    }
    const measurement = request.stretch?.finished();
    if (measurement) {
      request.stretch = null;
      this.#choice.measured(request.model, measurement);
    }
    if (request.isDone) this.#settle(request, request.settled.resolve);
    else if (indices.some((index) => request.isWaitedFor(index)))
      this.#fail(request, new Error('the engine left sentences out'));
  }

  /** A process has died: its sentences go to others, to itself when it is back, or the request fails. */
  #lost({ request, indices, hasDelivered }: Run, exit: Exit): void {
    const crashes = request.giveBack(indices, hasDelivered);
    if (request.stretch) {
      // A layout that processes do not survive is no candidate.
      this.#choice.measured(request.model, { layout: request.stretch.layout, lettersPerSecond: 0 });
      request.stretch = null;
      request.hasMeasured = false;
    }
    if (crashes >= MOST_CRASHES) this.#fail(request, crashed(request.model, exit));
    if (crashes < MOST_CRASHES - 1) return;
    this.#choice.beCareful(request.model);
    request.layout = null;
  }

  #fail(request: Request, error: unknown): void {
    this.#settle(request, () => request.settled.reject(error));
  }

  /** Ends a request, wherever it stands; what is on its way is cancelled and its late results are ignored. */
  #settle(request: Request, settle: () => void): void {
    const place = this.#queue.indexOf(request);
    if (place < 0) return;
    this.#queue.splice(place, 1);
    settle();
    this.#pool.cancel(request);
    this.#handOut();
  }
}

const crashed = (model: InstalledModel, exit: Exit): InputError =>
  new InputError(
    'engine.crashed',
    `The translation engine stopped ${MOST_CRASHES} times in a row with the model ${model.name} (${cause(exit)}). Close other programs if memory is short, or use another model.`,
  );

const closed = (): InputError => new InputError('engine.closed', 'The translation engine was closed.');
