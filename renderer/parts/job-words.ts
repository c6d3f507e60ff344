import { progressText, type Job } from '../../electron/contract.ts';

/** Whether it is not over: it runs, waits for its turn or for another attempt, or is paused. */
export const isUnfinished = (job: Job | null): job is Job =>
  job !== null && (job.state === 'queued' || job.state === 'running' || job.state === 'paused');

/** "10:42:05", when the next attempt is due. */
const clock = (iso: string): string => new Date(iso).toLocaleTimeString('en-GB');

/** How an unfinished job stands, e.g. "18 of 120 · 6 words/s · about 2 min left" or "Paused at 18 of 120". */
export function jobText(job: Job): string {
  if (job.state === 'paused') return `Paused at ${job.done} of ${job.total}`;
  if (job.retryAt !== null) return `Tries again at ${clock(job.retryAt)}`;
  if (job.state === 'queued')
    return job.done > 0 ? `Waits at ${job.done} of ${job.total}` : 'Waits for its turn';
  return progressText(job);
}

/** The same for the narrow library. */
export const shortJobText = (job: Job): string =>
  job.state === 'running' ? `Translating ${job.done} of ${job.total}` : jobText(job);
