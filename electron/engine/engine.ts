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
import { availableBytes, mostProcesses } from './memory.ts';
import { RememberedLayouts } from './remembered-layouts.ts';
import { MOST_CRASHES, Request, type Chunk, type EngineRequest } from './request.ts';
import { EngineWorker, type Outcome } from './worker.ts';

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
  processes: {
    pid: number;
    /** The id of the model that it holds; null when it holds none. */
    model: string | null;
    /** What of it is resident; null until it has said so. */
    memoryBytes: number | null;
    isBusy: boolean;
  }[];
}

/** Loading a model into a further process pays only when so many sentences wait. */
const WORTH_LOADING = 16;

/** A process that is not the last ends after this share of the time that the last one gets. */
const EXTRA_IDLE_SHARE = 0.2;

interface Pending {
  request: Request;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** A chunk of a request in a process. */
interface Run {
  pending: Pending;
  indices: number[];
  layout: Layout;
  hasDelivered: boolean;
}

interface Member {
  worker: EngineWorker;
  run: Run | null;
  idle: NodeJS.Timeout | null;
}

export class Engine {
  readonly #options: EngineOptions;
  readonly #choice: LayoutChoice;
  readonly #queue: Pending[] = [];
  readonly #members: Member[] = [];
  #layout: Layout | null = null;
  #ending: Promise<unknown> = Promise.resolve();
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
  }

  /** What runs, and what it takes. */
  status(): EngineStatus {
    const processes = this.#members.flatMap(({ worker: { pid, model, memoryBytes, isBusy } }) =>
      pid === undefined ? [] : [{ pid, model: model?.id ?? null, memoryBytes, isBusy }],
    );
    return {
      layout: this.#layout,
      isMeasuring: this.#queue.some(({ request }) => request.stretch !== null),
      processes,
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
    request: EngineRequest,
  ): Promise<void> {
    request.signal?.throwIfAborted();
    if (this.#isClosed) throw closed();
    if (model.problem) throw new InputError(model.problem.code, model.problem.message);
    if (sentences.length === 0) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const pending: Pending = {
      request: new Request(model, sentences, request, this.#options.batch),
      resolve,
      reject,
    };
    const abort = (): void => this.#fail(pending, request.signal?.reason);
    request.signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(pending);
    this.#handOut();
    try {
      await promise;
    } finally {
      request.signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends the processes; requests that are not done fail with `engine.closed`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    // Both lists shrink meanwhile.
    this.#queue.slice().forEach((pending) => this.#fail(pending, closed()));
    this.#members.slice().forEach((member) => this.#release(member));
    await this.#ending;
  }

  /** Gives free processes something to do. */
  #handOut(): void {
    if (this.#isClosed) return;
    for (const pending of this.#queue) {
      const { request } = pending;
      if (request.waiting.length === 0) continue;
      if (this.#measure(pending)) return;
      const layout = (request.layout ??= this.#choice.layoutFor(request.model, this.#freeBytes()));
      while (request.waiting.length > 0) {
        const member = this.#memberFor(request, layout);
        if (!member) break;
        this.#begin(member, pending, request.next(this.#sharing(request, layout)), layout);
      }
      // None overtakes a request that has not begun.
      if (request.isFresh) return;
    }
  }

  /** True when the request is or should be one whose layout is found out: then nothing else runs beside it. */
  #measure(pending: Pending): boolean {
    const { request } = pending;
    request.stretch ??= this.#choice.stretch(request, this.#freeBytes());
    const { stretch } = request;
    if (!stretch) return false;
    if (this.#members.some(({ worker }) => worker.isBusy)) return true;
    request.hasMeasured = true;
    for (const indices of stretch.next()) {
      const member = this.#memberFor(request, stretch.layout, true);
      if (!member) continue;
      const chunk = { indices: request.take(indices), batch: this.#options.batch };
      this.#begin(member, pending, chunk, stretch.layout);
    }
    return true;
  }

  /** A process for the request's next sentences, started if need be; null when as many work as the layout has. */
  #memberFor({ model, waiting }: Request, layout: Layout, isUrgent = false): Member | null {
    const free = this.#members.filter(({ worker }) => !worker.isBusy);
    const layouts = [layout, ...this.#members.flatMap(({ run }) => run?.layout ?? [])];
    const limit = Math.min(...layouts.map(({ processes }) => processes));
    if (this.#members.length - free.length >= limit) return null;
    const holder = free.find(({ worker }) => worker.holds(model));
    if (holder) return holder;
    const isFurther = this.#members.some(({ worker }) => worker.isBusy && worker.holds(model));
    if (isFurther && !isUrgent && waiting.length < WORTH_LOADING) return null;
    const empty = free.find(({ worker }) => worker.model === null);
    if (empty) return empty;
    // Two models that are asked for in turns stay loaded side by side, where memory allows.
    const most = Math.max(layout.processes, Math.min(2, mostProcesses(model.sizeBytes, this.#freeBytes())));
    if (this.#members.length < most) return this.#start();
    return free.toSorted((a, b) => a.worker.freeSince - b.worker.freeSince)[0] ?? null;
  }

  /** How many processes will share what is left of the request. */
  #sharing({ model, waiting }: Request, { processes }: Layout): number {
    if (waiting.length >= WORTH_LOADING) return processes;
    const holders = this.#members.filter(({ worker }) => worker.holds(model)).length;
    return Math.max(1, Math.min(processes, holders));
  }

  #start(): Member {
    const { node, loadTimeoutMs = 300_000, stepTimeoutMs = 60_000, log } = this.#options;
    const worker: EngineWorker = new EngineWorker({
      node,
      loadTimeoutMs,
      stepTimeoutMs,
      log,
      onResult: (translation) => this.#deliver(member, translation),
      onFree: (outcome) => this.#freed(member, outcome),
      onDied: (exit) => this.#died(member, exit),
    });
    const member: Member = { worker, run: null, idle: null };
    this.#members.push(member);
    return member;
  }

  #begin(member: Member, pending: Pending, { indices, batch }: Chunk, layout: Layout): void {
    if (member.idle) clearTimeout(member.idle);
    const { model, sentences, options } = pending.request;
    const { threads } = layout;
    this.#layout = layout;
    member.run = { pending, indices, layout, hasDelivered: false };
    member.worker.begin({
      model,
      language: options.language,
      ...(options.beam === undefined ? {} : { beam: options.beam }),
      sentences: indices.map((index) => sentences[index] ?? ''),
      options: { threads, ...(batch === undefined ? {} : { batch }) },
    });
  }

  #deliver({ run }: Member, translation: Translation): void {
    const index = run?.indices[translation.index];
    if (!run || index === undefined || !run.pending.request.deliver(index)) return;
    run.hasDelivered = true;
    try {
      run.pending.request.options.onResult({ ...translation, index });
    } catch (error) {
      this.#fail(run.pending, error);
    }
  }

  #freed(member: Member, outcome: Outcome | null): void {
    const { run } = member;
    member.run = null;
    this.#rest(member);
    if (run && outcome) this.#finished(run, outcome);
    this.#handOut();
  }

  #finished({ pending, indices }: Run, outcome: Outcome): void {
    const { request } = pending;
    if (outcome.type === 'refused') {
      this.#fail(pending, new InputError(outcome.code, outcome.message));
      return;
    }
    const measurement = request.stretch?.finished();
    if (measurement) {
      request.stretch = null;
      this.#choice.measured(request.model, measurement);
    }
    if (request.isDone) this.#settle(pending, pending.resolve);
    else if (indices.some((index) => request.isWaitedFor(index)))
      this.#fail(pending, new Error('the engine left sentences out'));
  }

  /** A process has died: its sentences go to others, to itself when it is back, or the request fails. */
  #died(member: Member, exit: Exit): void {
    const { run } = member;
    member.run = null;
    if (run) this.#lost(run, exit);
    this.#handOut();
    if (!member.worker.isBusy) this.#release(member);
  }

  #lost({ pending, indices, hasDelivered }: Run, exit: Exit): void {
    const { request } = pending;
    const crashes = request.giveBack(indices, hasDelivered);
    if (request.stretch) {
      // A layout that processes do not survive is no candidate.
      this.#choice.measured(request.model, { layout: request.stretch.layout, wordsPerSecond: 0 });
      request.stretch = null;
      request.hasMeasured = false;
    }
    if (crashes >= MOST_CRASHES) this.#fail(pending, crashed(request.model, exit));
    if (crashes < MOST_CRASHES - 1) return;
    this.#choice.beCareful(request.model);
    request.layout = null;
  }

  #fail(pending: Pending, error: unknown): void {
    this.#settle(pending, () => pending.reject(error));
  }

  /** Ends a request, wherever it stands; what is on its way is cancelled and its late results are ignored. */
  #settle(pending: Pending, settle: () => void): void {
    const place = this.#queue.indexOf(pending);
    if (place < 0) return;
    this.#queue.splice(place, 1);
    settle();
    for (const member of this.#members.filter(({ run }) => run?.pending === pending)) {
      member.run = null;
      member.worker.cancel();
    }
    this.#handOut();
  }

  /** Nothing to do: the process does not stay for long. */
  #rest(member: Member, isLast = false): void {
    const { idleMs = 300_000 } = this.#options;
    const extraMs = idleMs * EXTRA_IDLE_SHARE;
    if (member.idle) clearTimeout(member.idle);
    const end = (): void => {
      if (isLast || this.#members.length > 1) this.#release(member);
      else this.#rest(member, true);
    };
    member.idle = setTimeout(end, isLast ? idleMs - extraMs : extraMs);
    member.idle.unref();
  }

  #release(member: Member): void {
    if (member.idle) clearTimeout(member.idle);
    const place = this.#members.indexOf(member);
    if (place < 0) return;
    this.#members.splice(place, 1);
    if (this.#members.length === 0) this.#choice.forgetCare();
    // One that was let go earlier may still be ending.
    this.#ending = Promise.all([this.#ending, member.worker.stop()]);
  }

  /** Memory that the engine may share among its processes. */
  #freeBytes(): number {
    return this.#members.reduce((sum, { worker }) => sum + (worker.memoryBytes ?? 0), availableBytes());
  }
}

const crashed = (model: InstalledModel, exit: Exit): InputError =>
  new InputError(
    'engine.crashed',
    `The translation engine stopped ${MOST_CRASHES} times in a row with the model ${model.name} (${cause(exit)}). Close other programs if memory is short, or use another model.`,
  );

const closed = (): InputError => new InputError('engine.closed', 'The translation engine was closed.');
