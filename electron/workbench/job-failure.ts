import { databaseError } from '../../data/store/errors.ts';
import { InputError } from '../../models/errors.ts';
import type { Log } from '../log.ts';

/** What may be over by itself: memory that another program needed, a disk that is being tidied, a library in use, a model just being replaced. */
const passing = new Set(['engine.crashed', 'disk.full', 'database.busy', 'model.changed']);

/** How long a job waits before each further attempt (ms). After the last one it has failed. */
export const RETRY_AFTER_MS: readonly number[] = [5_000, 30_000, 120_000];

export interface JobFailure {
  /** For the editor. */
  message: string;
  mayPass: boolean;
}

/** What was thrown while a job was done; what nobody expected goes to the log. */
export function jobFailure(error: unknown, job: number, file: string, log: Log): JobFailure {
  const known = databaseError(error, file);
  if (known instanceof InputError) return { message: known.message, mayPass: passing.has(known.code) };
  log(`job ${job} failed`, error);
  return { message: 'The translation failed unexpectedly; the log has the details.', mayPass: false };
}
