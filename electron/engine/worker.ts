/** One process of the engine and what it does: at most one run at a time, of the model that it has or will load for it. */
import { isDeepStrictEqual } from 'node:util';
import type { InstalledModel } from '../../models/translation/installed.ts';
import type { LoadOptions, Translation } from '../../models/translation/translator.ts';
import type { Exit } from '../supervise.ts';
import { EngineProcess } from './engine-process.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

/** What a process is asked to do. */
export interface Work {
  model: InstalledModel;
  /** The language of the sentences, BCP 47. */
  language: string;
  /** Width of the beam; greedy when left out. */
  beam?: number;
  sentences: readonly string[];
  options: LoadOptions;
}

/** How a run ended that was not cancelled. */
export type Outcome = { type: 'done' } | { type: 'refused'; code: string; message: string };

export interface WorkerOptions {
  /** The Node 24 binary; default: the one that runs this. */
  node: string | undefined;
  /** Starting, or loading a model, may take this long before the process counts as hanging. */
  loadTimeoutMs: number;
  /** A single step of translation may take this long. */
  stepTimeoutMs: number;
  log: ((message: string) => void) | undefined;
  /** A sentence of the run; its index is that in the run. */
  onResult: (translation: Translation) => void;
  /** The run is over and the worker free; null when it was cancelled. */
  onFree: (outcome: Outcome | null) => void;
  /** The process has died, and with it the run. It is started again when there is a new run after this. */
  onDied: (exit: Exit) => void;
}

interface Run {
  id: number;
  isCancelled: boolean;
  isLoaded: boolean;
}

export class EngineWorker {
  readonly #options: WorkerOptions;
  readonly #process: EngineProcess;
  /** The model that the process holds, or loads, and how. */
  #model: InstalledModel | null = null;
  #loaded: LoadOptions = {};
  #run: Run | null = null;
  #lastRun = 0;
  /** What is said as soon as the process listens. */
  #unsaid: ToEngine | null = null;
  #isReady = false;
  #memoryBytes: number | null = null;
  #freeSince = performance.now();

  /** Starts the process at once. */
  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#process = new EngineProcess({
      node: options.node,
      startTimeoutMs: options.loadTimeoutMs,
      onMessage: (message) => this.#heard(message),
      onExit: (exit) => this.#died(exit),
      log: options.log,
    });
  }

  /** Undefined between two lives. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  get model(): InstalledModel | null {
    return this.#model;
  }

  /** Resident memory as the process last said; null when it has not said yet. */
  get memoryBytes(): number | null {
    return this.#memoryBytes;
  }

  /** Also while a cancelled run is still ending. */
  get isBusy(): boolean {
    return this.#run !== null;
  }

  /** When the last run was over, by the clock of `performance`. */
  get freeSince(): number {
    return this.#freeSince;
  }

  holds({ folder, version }: InstalledModel): boolean {
    return this.#model?.folder === folder && this.#model.version === version;
  }

  /** Only for a worker that is not busy. */
  begin({ model, ...work }: Work): void {
    const isLoaded = this.holds(model) && isDeepStrictEqual(work.options, this.#loaded);
    const run = { id: ++this.#lastRun, isCancelled: false, isLoaded };
    const message: ToEngine = { type: 'translate', run: run.id, model, ...work };
    this.#run = run;
    this.#model = model;
    this.#loaded = work.options;
    this.#process.hold(true);
    if (!this.#isReady) {
      this.#unsaid = message;
      return;
    }
    this.#process.say(message);
    this.#watch();
  }

  /** Nothing more is heard of the run but that the worker is free: within a step, or when the model is loaded. */
  cancel(): void {
    if (!this.#run || this.#run.isCancelled) return;
    this.#run.isCancelled = true;
    if (this.#unsaid) this.#free(null);
    else this.#process.say({ type: 'cancel', run: this.#run.id });
  }

  /** Ends the process for good, in the middle of its work if it must be. */
  async stop(): Promise<void> {
    await this.#process.stop();
  }

  #heard(message: FromEngine): void {
    if (message.type === 'ready') {
      this.#isReady = true;
      if (this.#unsaid) this.#process.say(this.#unsaid);
      else this.#process.hold(false);
      this.#unsaid = null;
      this.#watch();
      return;
    }
    if ('memoryBytes' in message) this.#memoryBytes = message.memoryBytes;
    const run = this.#run;
    if (message.run !== run?.id) return;
    run.isLoaded = true;
    this.#watch();
    switch (message.type) {
      case 'result':
        this.#process.steady();
        if (!run.isCancelled) this.#options.onResult(message.translation);
        break;
      case 'refused':
        this.#model = null;
        this.#free(run.isCancelled ? null : message);
        break;
      case 'done':
      case 'cancelled':
        this.#free(run.isCancelled ? null : { type: 'done' });
        break;
      default:
    }
  }

  #free(outcome: Outcome | null): void {
    this.#run = null;
    this.#unsaid = null;
    this.#freeSince = performance.now();
    if (this.#isReady) this.#watch();
    // A process that has nothing to do does not keep this one alive.
    this.#process.hold(false);
    this.#options.onFree(outcome);
  }

  #died(exit: Exit): boolean {
    this.#isReady = false;
    this.#run = null;
    this.#unsaid = null;
    this.#model = null;
    this.#memoryBytes = null;
    this.#options.onDied(exit);
    return this.isBusy;
  }

  /** Gives the process time until its next sign of life, if one is due. */
  #watch(): void {
    const { loadTimeoutMs, stepTimeoutMs } = this.#options;
    if (!this.#run) this.#process.watch(null);
    else this.#process.watch(this.#run.isLoaded ? stepTimeoutMs : loadTimeoutMs);
  }
}
