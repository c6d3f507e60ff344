/**
 * Keeps a child process alive: starts it, and starts it anew with growing pauses when it ends unasked.
 * The workbench supervises the engine so, and the hosts that have one supervise the workbench.
 */
import type { ChildProcess } from 'node:child_process';

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Why it could not even be started. */
  error?: Error;
}

export interface Supervision {
  /** Starts the process, with its listeners; called for every life of it. */
  start: () => ChildProcess;
  /** Called when it has ended unasked. It is started again unless this returns false. */
  onExit?: (exit: Exit) => boolean | void;
  /** The pause before the first restart; it doubles each time. Default 100 ms. */
  firstPauseMs?: number;
  /** The longest pause. Default 5 s. */
  longestPauseMs?: number;
  /** A life this long was a good one: after it the pauses begin anew. Default 10 s. */
  steadyMs?: number;
}

export class Supervisor {
  readonly #supervision: Supervision;
  #child: ChildProcess | null = null;
  #startedAt = 0;
  #failures = 0;
  #restart: NodeJS.Timeout | null = null;
  #isStopped = false;

  /** Starts the process at once. */
  constructor(supervision: Supervision) {
    this.#supervision = supervision;
    this.#start();
  }

  /** The living process, or null between two lives and after the end. */
  get child(): ChildProcess | null {
    return this.#child;
  }

  /** The process has proved itself: the next pause is the first again. */
  steady(): void {
    this.#failures = 0;
  }

  /**
   * Ends the process for good. It is asked first (its channel is closed, or it gets SIGTERM), and killed when it has
   * not ended after `graceMs`.
   */
  async stop(graceMs = 2000): Promise<void> {
    this.#isStopped = true;
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#child;
    if (!child || child.pid === undefined) return;
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    if (child.connected) child.disconnect();
    else child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(killer);
  }

  #start(): void {
    this.#restart = null;
    this.#startedAt = performance.now();
    const child = this.#supervision.start();
    this.#child = child;
    // A process that cannot be started reports an error and never an exit; other errors leave it alive.
    child.on('error', (error) => {
      if (child.pid === undefined) this.#ended(child, { code: null, signal: null, error });
    });
    child.once('exit', (code, signal) => this.#ended(child, { code, signal }));
  }

  #ended(child: ChildProcess, exit: Exit): void {
    if (child !== this.#child) return;
    this.#child = null;
    if (this.#isStopped) return;
    const { firstPauseMs = 100, longestPauseMs = 5000, steadyMs = 10_000 } = this.#supervision;
    if (performance.now() - this.#startedAt >= steadyMs) this.#failures = 0;
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures++);
    // `onExit` may call `stop`.
    if (this.#supervision.onExit?.(exit) === false || this.#isStopped) return;
    this.#restart = setTimeout(() => this.#start(), pauseMs);
  }
}
