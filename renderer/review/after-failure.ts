import type { Article, Download, Job, Model } from '../../electron/contract.ts';
import type { ModelList } from '../models/offers.ts';

/** What there is to go on with. */
export interface AfterFailure {
  /** The job's model, when it lies here and cannot be used as it is. */
  damaged: Model | null;
  /** A whole model that could do the job in the place of its own, which cannot; never taken unasked. */
  other: Model | null;
  /** The repair of its model, while there is one. */
  repair: Download | null;
}

/** How a job that failed can go on. */
export function afterFailure(
  job: Pick<Job, 'model'>,
  { readiness }: Pick<Article, 'readiness'>,
  { installed, downloads }: Pick<ModelList, 'installed' | 'downloads'>,
): AfterFailure {
  const own = installed.find(({ id }) => id === job.model);
  const damaged = own !== undefined && own.problem !== null ? own : null;
  const isUsable = own !== undefined && damaged === null;
  const ready = readiness.status === 'ready' ? readiness.model : null;
  return {
    damaged,
    other: isUsable
      ? null
      : (installed.find(({ id, name, problem }) => name === ready && problem === null && id !== job.model) ??
        null),
    repair: damaged && (downloads.find(({ model }) => model === job.model) ?? null),
  };
}
