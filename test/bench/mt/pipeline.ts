/** `pipeline()` of Transformers.js in a process of its own: translates when told to, and says how long it took. */
import { env, pipeline } from '@xenova/transformers';

export interface Told {
  sentences: string[];
  batch: number;
}
export interface Said {
  ms: number;
  /** Until the first translation was handed over. */
  firstMs: number;
}

env.allowRemoteModels = false;
env.useFSCache = false;
const [folder = ''] = process.argv.slice(2);
const start = performance.now();
const translate = await pipeline('translation', folder, { dtype: 'q8', local_files_only: true });
process.send?.({ loadMs: performance.now() - start });

process.on('message', (message: Told) => void answer(message));
process.on('disconnect', () => process.exit(0));

async function answer({ sentences, batch }: Told): Promise<void> {
  const began = performance.now();
  let firstMs = 0;
  for (let at = 0; at < sentences.length; at += batch) {
    await translate(sentences.slice(at, at + batch));
    firstMs ||= performance.now() - began;
  }
  process.send?.({ ms: performance.now() - began, firstMs } satisfies Said);
}
