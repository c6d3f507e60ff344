/** The processes of the engine: which there are, which one takes what comes next, and when they end. */
import type { Translation } from '../../models/translation/translator.ts';
import type { Exit } from '../supervise.ts';
import type { Layout } from './layout.ts';
import { availableBytes, mostProcesses } from './memory.ts';
import type { Chunk, Request } from './request.ts';
import { EngineWorker, type Outcome } from './worker.ts';

/** A chunk of a request in a process. */
export interface Run {
  request: Request;
  indices: number[];
  layout: Layout;
  hasDelivered: boolean;
}

export interface Member {
  readonly worker: EngineWorker;
  /** Null also when it was cancelled and the process is still ending it. */
  run: Run | null;
  idle: NodeJS.Timeout | null;
}

export interface PoolOptions {
  node: string | undefined;
  loadTimeoutMs: number;
  stepTimeoutMs: number;
  idleMs: number;
  log: ((message: string) => void) | undefined;
  /** A sentence of the run; its index is that in the run. */
  onResult: (run: Run, translation: Translation) => void;
  /** A process is free; with the run that is over, unless it was cancelled. */
  onFree: (over: { run: Run; outcome: Outcome } | null) => void;
  /** A process has died; with the run that it had, unless that was cancelled. It ends unless it is given another. */
  onDied: (lost: { run: Run; exit: Exit } | null) => void;
}

export interface ProcessStatus {
  pid: number;
  /** The id of the model that it holds; null when it holds none. */
  model: string | null;
  /** What of it is resident; null until it has said so. */
  memoryBytes: number | null;
  isBusy: boolean;
}

/** Loading a model into a further process pays only when so many sentences wait. */
const WORTH_LOADING = 16;

/** A process that is not the last ends after this share of the time that the last one gets. */
const EXTRA_IDLE_SHARE = 0.2;

export class Pool {
  readonly #options: PoolOptions;
  readonly #members: Member[] = [];
  #ending: Promise<unknown> = Promise.resolve();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#members.length === 0;
  }

  get isBusy(): boolean {
    return this.#members.some(({ worker }) => worker.isBusy);
  }

  /** Memory that the processes may share: what is free and what they have. */
  get freeBytes(): number {
    return this.#members.reduce((sum, { worker }) => sum + (worker.memoryBytes ?? 0), availableBytes());
  }

  status(): ProcessStatus[] {
    return this.#members.flatMap(({ worker: { pid, model, memoryBytes, isBusy } }) =>
      pid === undefined ? [] : [{ pid, model: model?.id ?? null, memoryBytes, isBusy }],
    );
  }

  /**
   * A process for the request's next sentences, started if need be; null when as many work as the layout has.
   * @param isUrgent takes a further process even for a few sentences
   */
  take({ model, waiting }: Request, layout: Layout, isUrgent = false): Member | null {
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
    const most = Math.max(layout.processes, Math.min(2, mostProcesses(model.sizeBytes, this.freeBytes)));
    if (this.#members.length < most) return this.#start();
    return free.toSorted((a, b) => a.worker.freeSince - b.worker.freeSince)[0] ?? null;
  }

  /** How many processes will share what is left of the request. */
  sharing({ model, waiting }: Request, { processes }: Layout): number {
    if (waiting.length >= WORTH_LOADING) return processes;
    const holders = this.#members.filter(({ worker }) => worker.holds(model)).length;
    return Math.max(1, Math.min(processes, holders));
  }

  begin(member: Member, request: Request, { indices, batch }: Chunk, layout: Layout): void {
    if (member.idle) clearTimeout(member.idle);
    member.run = { request, indices, layout, hasDelivered: false };
    const { language, beam } = request.options;
    member.worker.begin({
      model: request.model,
      language,
      ...(beam === undefined ? {} : { beam }),
      sentences: indices.map((index) => request.sentences[index] ?? ''),
      options: { threads: layout.threads, ...(batch === undefined ? {} : { batch }) },
    });
  }

  /** Ends what the processes do for a request; nothing more is heard of it. */
  cancel(request: Request): void {
    for (const member of this.#members.filter(({ run }) => run?.request === request)) {
      member.run = null;
      member.worker.cancel();
    }
  }

  /** Ends the processes that hold a model and do nothing: its files are mapped into their memory. */
  async letGo(model: string): Promise<void> {
    const idle = this.#members.filter(
      // One whose sentences are all delivered has only to say so.
      ({ worker, run }) => worker.model?.id === model && (!run || run.request.isDone),
    );
    idle.forEach((member) => this.#release(member));
    await this.#ending;
  }

  /** Ends every process, also those that were let go earlier and are still ending. */
  async close(): Promise<void> {
    // The list shrinks meanwhile.
    this.#members.slice().forEach((member) => this.#release(member));
    await this.#ending;
  }

  #start(): Member {
    const { node, loadTimeoutMs, stepTimeoutMs, log, onResult, onFree } = this.#options;
    const worker = new EngineWorker({
      node,
      loadTimeoutMs,
      stepTimeoutMs,
      log,
      onResult: (translation) => {
        if (member.run) onResult(member.run, translation);
      },
      onFree: (outcome) => {
        const { run } = member;
        member.run = null;
        this.#rest(member);
        onFree(run && outcome ? { run, outcome } : null);
      },
      onDied: (exit) => this.#died(member, exit),
    });
    const member: Member = { worker, run: null, idle: null };
    this.#members.push(member);
    return member;
  }

  #died(member: Member, exit: Exit): void {
    const { run } = member;
    member.run = null;
    this.#options.onDied(run && { run, exit });
    if (!member.worker.isBusy) this.#release(member);
  }

  /** Nothing to do: the process does not stay for long. */
  #rest(member: Member, isLast = false): void {
    const { idleMs } = this.#options;
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
    this.#ending = Promise.all([this.#ending, member.worker.stop()]);
  }
}
