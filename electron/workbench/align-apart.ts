import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Bead } from '../../models/alignment/types.ts';
import { InputError } from '../../models/errors.ts';
import type { AlignmentOrder } from './alignment-worker.ts';

type Outcome = { beads: Bead[] } | { refused: { code: string; message: string } };

/**
 * `align` in a thread of its own.
 * @throws InputError as `align` does
 */
export async function alignApart(order: AlignmentOrder): Promise<Bead[]> {
  const worker = new Worker(new URL('./alignment-worker.ts', import.meta.url), { workerData: order });
  try {
    const [outcome] = (await once(worker, 'message')) as [Outcome];
    if ('refused' in outcome) throw new InputError(outcome.refused.code, outcome.refused.message);
    return outcome.beads;
  } finally {
    await worker.terminate();
  }
}
