/**
 * The engine as the workbench sees it: sentences in, translations out, whatever happens to the process that makes them.
 *
 * The process starts with the first request and ends when it has had nothing to do for a while. When it dies or hangs
 * it is started anew and goes on with the sentences that are not yet delivered; each is delivered exactly once.
 */
import { InputError } from '../../models/errors.ts';
import type { InstalledModel } from '../../models/translation/installed.ts';
import type { LoadOptions, Translation } from '../../models/translation/translator.ts';
import type { Exit } from '../supervise.ts';
import { cause, EngineProcess } from './engine-process.ts';
import type { FromEngine } from './protocol.ts';

export interface EngineOptions extends LoadOptions {
  /** The Node 24 binary; default: the one that runs this. */
  node?: string;
  /** Starting, or loading a model, may take this long before the process counts as hanging. Default 5 minutes (slow disks). */
  loadTimeoutMs?: number;
  /** A single step of translation may take this long. Default 1 minute. */
  stepTimeoutMs?: number;
  /** The process ends after this long without work. Default 5 minutes. */
  idleMs?: number;
  /** Hears of restarts and of what the process printed before it died. */
  log?: (message: string) => void;
}

export interface EngineRequest {
  /** The language of the sentences, BCP 47. */
  language: string;
  /** Width of the beam, 1 to 6; greedy when left out. */
  beam?: number;
  signal?: AbortSignal;
  /** Called once for every sentence, in any order. If it throws, the request fails with that error. */
  onResult: (translation: Translation) => void;
}

/** A request gives up when the process has died this often without delivering anything in between. */
const MOST_CRASHES = 3;

/** After a crash fewer sentences go together: memory may have been short, or one of them may be to blame. */
const BATCH_AFTER_CRASHES = [undefined, 4, 1];

interface Pending {
  model: InstalledModel;
  sentences: readonly string[];
  request: EngineRequest;
  /** Indices of the sentences that are not yet delivered. */
  remaining: Set<number>;
  crashes: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** A request in the process. */
interface Run {
  id: number;
  pending: Pending;
  /** Which sentence of the request each of its sentences is. */
  order: number[];
  isLoaded: boolean;
}

export class Engine {
  readonly #options: EngineOptions;
  readonly #loadTimeoutMs: number;
  readonly #queue: Pending[] = [];
  #current: Pending | null = null;
  #run: Run | null = null;
  /** Runs that the process has not ended yet, cancelled ones too: while there are any, it must show signs of life. */
  readonly #open = new Set<number>();
  #lastRun = 0;
  #process: EngineProcess | null = null;
  #isReady = false;
  #idle: NodeJS.Timeout | null = null;
  #ending: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(options: EngineOptions = {}) {
    this.#options = options;
    this.#loadTimeoutMs = options.loadTimeoutMs ?? 300_000;
  }

  /** The process, when there is one. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /**
   * Translates sentences of one language; resolves when every one is delivered. Requests are done in their order.
   *
   * @throws InputError `model.*` when the model cannot be loaded, `engine.crashed` when the process keeps dying
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
    const remaining = new Set(sentences.keys());
    const pending: Pending = { model, sentences, request, remaining, crashes: 0, resolve, reject };
    const abort = (): void => this.#settle(pending, () => reject(request.signal?.reason));
    request.signal?.addEventListener('abort', abort, { once: true });
    this.#queue.push(pending);
    this.#next();
    try {
      await promise;
    } finally {
      request.signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends the process; requests that are not done fail with `engine.closed`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const unfinished = [...(this.#current ? [this.#current] : []), ...this.#queue];
    for (const pending of unfinished) this.#settle(pending, () => pending.reject(closed()));
    await this.#release();
  }

  /** Takes up the next request when the last one is settled. */
  #next(): void {
    if (this.#current) return;
    this.#current = this.#queue.shift() ?? null;
    if (!this.#current) {
      this.#rest();
      return;
    }
    if (this.#idle) clearTimeout(this.#idle);
    this.#process ??= new EngineProcess({
      node: this.#options.node,
      startTimeoutMs: this.#loadTimeoutMs,
      onMessage: (message) => this.#heard(message),
      onExit: (exit) => this.#died(exit),
      log: this.#options.log,
    });
    this.#process.hold(true);
    if (this.#isReady) this.#send(this.#current);
  }

  /** Ends a request, wherever it stands; a run that is on its way is cancelled and its late results are ignored. */
  #settle(pending: Pending, settle: () => void): void {
    const queued = this.#queue.indexOf(pending);
    if (queued >= 0) this.#queue.splice(queued, 1);
    else if (pending !== this.#current) return;
    settle();
    if (pending !== this.#current) return;
    if (this.#run) this.#process?.say({ type: 'cancel', run: this.#run.id });
    this.#run = null;
    this.#current = null;
    if (!this.#isClosed) this.#next();
  }

  #send(pending: Pending): void {
    const order = [...pending.remaining];
    const run = { id: ++this.#lastRun, pending, order, isLoaded: false };
    this.#run = run;
    this.#open.add(run.id);
    const { threads, batch: usual } = this.#options;
    const batch = BATCH_AFTER_CRASHES[pending.crashes] ?? usual;
    const { language, beam } = pending.request;
    this.#process?.say({
      type: 'translate',
      run: run.id,
      model: pending.model,
      language,
      ...(beam === undefined ? {} : { beam }),
      sentences: order.map((index) => pending.sentences[index] ?? ''),
      options: { ...(threads === undefined ? {} : { threads }), ...(batch === undefined ? {} : { batch }) },
    });
    this.#watch();
  }

  #heard(message: FromEngine): void {
    if (message.type === 'ready') {
      this.#isReady = true;
      this.#watch();
      if (this.#current) this.#send(this.#current);
      return;
    }
    const isOver = message.type === 'done' || message.type === 'cancelled' || message.type === 'refused';
    if (isOver) this.#open.delete(message.run);
    const run = message.run === this.#run?.id ? this.#run : null;
    if (run) run.isLoaded = true;
    this.#watch();
    if (!run) return;
    if (message.type === 'result') this.#deliver(run, message.translation);
    if (!isOver) return;
    this.#run = null;
    const { pending } = run;
    this.#settle(pending, () => {
      if (message.type === 'refused') pending.reject(new InputError(message.code, message.message));
      else if (pending.remaining.size > 0) pending.reject(new Error('the engine left sentences out'));
      else pending.resolve();
    });
  }

  #deliver({ pending, order }: Run, translation: Translation): void {
    const index = order[translation.index];
    if (index === undefined || !pending.remaining.delete(index)) return;
    pending.crashes = 0;
    this.#process?.steady();
    try {
      pending.request.onResult({ ...translation, index });
    } catch (error) {
      this.#settle(pending, () => pending.reject(error));
    }
  }

  /** The process has died; true when it is needed again. */
  #died(exit: Exit): boolean {
    this.#isReady = false;
    this.#open.clear();
    this.#run = null;
    const pending = this.#current;
    if (pending && ++pending.crashes >= MOST_CRASHES) {
      this.#current = null;
      pending.reject(crashed(pending.model, exit));
    }
    this.#current ??= this.#queue.shift() ?? null;
    if (this.#current) return true;
    this.#process = null;
    return false;
  }

  /** Gives the process time until its next sign of life, if one is due. */
  #watch(): void {
    const ms = this.#run?.isLoaded === false ? this.#loadTimeoutMs : (this.#options.stepTimeoutMs ?? 60_000);
    this.#process?.watch(this.#open.size > 0 ? ms : null);
  }

  /** Nothing to do: the process neither keeps this one alive nor stays for long. */
  #rest(): void {
    if (!this.#process || this.#isClosed) return;
    // Between two lives: nobody needs the next one any more.
    if (this.#process.pid === undefined) void this.#release();
    this.#process?.hold(false);
    this.#idle = setTimeout(() => void this.#release(), this.#options.idleMs ?? 300_000);
    this.#idle.unref();
  }

  async #release(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    this.#open.clear();
    this.#isReady = false;
    // A process that was let go earlier may still be ending.
    this.#ending = Promise.all([this.#ending, this.#process?.stop()]);
    this.#process = null;
    await this.#ending;
  }
}

const crashed = (model: InstalledModel, exit: Exit): InputError =>
  new InputError(
    'engine.crashed',
    `The translation engine stopped ${MOST_CRASHES} times in a row with the model ${model.name} (${cause(exit)}). Close other programs if memory is short, or use another model.`,
  );

const closed = (): InputError => new InputError('engine.closed', 'The translation engine was closed.');
