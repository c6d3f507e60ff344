/** The engine's process, seen from outside: started, watched, restarted and stopped; what is said goes both ways. */
import { fork, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { Supervisor, type Exit } from '../supervise.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

export interface EngineProcessOptions {
  /** The Node 24 binary; default: the one that runs this. */
  node?: string | undefined;
  /** The process must say that it listens within this time. */
  startTimeoutMs: number;
  onMessage: (message: FromEngine) => void;
  /** Called when the process has died; it is started again when this returns true. */
  onExit: (exit: Exit) => boolean;
  /** Hears of deaths, and of what the process printed before. */
  log?: ((message: string) => void) | undefined;
}

/** The process has nothing to save: when it does not end by itself at once, it is killed. */
const GRACE_MS = 500;

/** The end of what the process printed: enough for the reason of its death. */
const KEPT_OUTPUT = 2000;

export class EngineProcess {
  readonly #options: EngineProcessOptions;
  readonly #supervisor: Supervisor;
  #watch: NodeJS.Timeout | null = null;
  #isStopped = false;

  /** Starts the process at once. */
  constructor(options: EngineProcessOptions) {
    this.#options = options;
    this.#supervisor = new Supervisor({
      start: () => this.#start(),
      onExit: (exit) => {
        this.watch(null);
        options.log?.(`The engine process ended (${cause(exit)}).`);
        return options.onExit(exit);
      },
    });
  }

  /** Undefined between two lives. */
  get pid(): number | undefined {
    return this.#supervisor.child?.pid;
  }

  say(message: ToEngine): void {
    const { child } = this.#supervisor;
    // A channel that breaks now belongs to a process whose exit is about to be heard.
    if (child?.connected) child.send(message, () => {});
  }

  /** Kills the process unless this is called again within `ms`; null ends the watch. */
  watch(ms: number | null): void {
    if (this.#watch) clearTimeout(this.#watch);
    this.#watch = null;
    if (ms === null) return;
    this.#watch = setTimeout(() => {
      this.#options.log?.(`The engine process gave no sign of life for ${ms} ms and is killed.`);
      this.#supervisor.child?.kill('SIGKILL');
    }, ms);
    this.#watch.unref();
  }

  /** Whether the process keeps the one that started it alive. */
  hold(isNeeded: boolean): void {
    const { child } = this.#supervisor;
    for (const handle of [child, child?.channel, child?.stderr instanceof Socket ? child.stderr : null]) {
      if (isNeeded) handle?.ref();
      else handle?.unref();
    }
  }

  /** The process does its work: the next pause before a restart is a short one again. */
  steady(): void {
    this.#supervisor.steady();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.watch(null);
    await this.#supervisor.stop(GRACE_MS);
  }

  #start(): ChildProcess {
    const child = fork(join(import.meta.dirname, 'main.ts'), [], {
      execPath: this.#options.node ?? process.execPath,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let output = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT_OUTPUT);
    });
    child.once('close', () => {
      if (output.trim() !== '') this.#options.log?.(`The engine's last words: ${output.trim()}`);
    });
    child.on('message', (message: FromEngine) => {
      // What a process said before it died or was stopped may arrive late.
      if (child === this.#supervisor.child && !this.#isStopped) this.#options.onMessage(message);
    });
    this.watch(this.#options.startTimeoutMs);
    return child;
  }
}

/** How a process ended, in words. */
export const cause = ({ code, signal, error }: Exit): string =>
  error?.message ?? (signal === null ? `exit code ${code}` : `signal ${signal}`);
