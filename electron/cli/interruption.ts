import { constants } from 'node:os';

/** Whether the user (Ctrl+C) or the system has asked the command to end. */
export interface Interruption {
  signal: AbortSignal;
  /** By the custom of shells: 130 for Ctrl+C, 143 for a request to end; 0 as long as nobody has asked. */
  exitCode: number;
}

/**
 * Runs work that has something to put in order when it is asked to end: it sees to that and comes back.
 * Whoever asks a second time ends the process at once.
 */
export async function interruptible<T>(work: (interruption: Interruption) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const interruption: Interruption = { signal: abort.signal, exitCode: 0 };
  const interrupt = (name: NodeJS.Signals) => {
    interruption.exitCode = 128 + constants.signals[name];
    abort.abort();
  };
  const names = ['SIGINT', 'SIGTERM'] as const;
  names.forEach((name) => process.once(name, interrupt));
  try {
    return await work(interruption);
  } finally {
    names.forEach((name) => process.off(name, interrupt));
  }
}
