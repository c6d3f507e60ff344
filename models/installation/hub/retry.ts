import { setTimeout as pause } from 'node:timers/promises';
import type { HubOptions } from './options.ts';
import { Transient } from './problems.ts';

/**
 * Tries something until it works, with growing pauses, or as long as the other side asks for.
 *
 * @param attempt says by its `progress` how far it has come; a try that came further than any before does not count as failed
 * @throws what it threw when that is not `Transient`; else the problem of the last try
 */
export async function retrying<T>(
  attempt: (progress: (reached: number) => void) => Promise<T>,
  { attempts = 6, firstPauseMs = 1000, longestPauseMs = 120_000, onRetry }: HubOptions,
  signal: AbortSignal,
): Promise<T> {
  let furthest = 0;
  for (let failures = 1; ; failures++) {
    let reached = 0;
    try {
      return await attempt((at) => (reached = at));
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Transient)) throw error;
      if (reached > furthest) {
        furthest = reached;
        failures = 1;
      }
      if (failures >= attempts) throw error.problem;
      onRetry?.(error.problem);
      const usual = firstPauseMs * 2 ** (failures - 1);
      await pause(Math.min(longestPauseMs, Math.max(usual, error.retryAfterMs ?? 0)), undefined, { signal });
    }
  }
}
