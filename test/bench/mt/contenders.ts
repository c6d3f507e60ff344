/** Who is measured: `pipeline()` of Transformers.js as it stands, and our engine in its own processes. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Engine } from '../../../electron/engine/engine.ts';
import type { InstalledModel } from '../../../models/translation/installed.ts';
import { peakBytes } from './process-memory.ts';
import type { Said, Told } from './pipeline.ts';

/** One way to translate, loaded and warm. */
export interface Contender {
  name: string;
  loadMs: number;
  translate(sentences: string[]): Promise<Said>;
  /** Of all of its processes together; null where the system does not tell. */
  peakBytes(): number | null;
  close(): Promise<void>;
}

/** @param batch sentences handed over at a time */
export async function pipelineContender(model: InstalledModel, batch: number): Promise<Contender> {
  const child = fork(join(import.meta.dirname, 'pipeline.ts'), [model.folder], { stdio: 'ignore' });
  const [{ loadMs }] = (await once(child, 'message')) as [{ loadMs: number }];
  return {
    name: batch === 1 ? 'pipeline, one by one' : `pipeline, batches of ${batch}`,
    loadMs,
    translate: (sentences) => asked(child, { sentences, batch }),
    peakBytes: () => peakBytes(child.pid ?? 0),
    async close() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function asked(child: ChildProcess, told: Told): Promise<Said> {
  child.send(told);
  const [said] = (await once(child, 'message')) as [Said];
  return said;
}

export async function engineContender(
  model: InstalledModel,
  batch: number,
  layout: { processes: number; threads: number },
): Promise<Contender> {
  const engine = new Engine({ layout, batch });
  const translate = async (sentences: string[]): Promise<Said> => {
    const began = performance.now();
    let firstMs = 0;
    const onResult = () => (firstMs ||= performance.now() - began);
    await engine.translate(model, sentences, { language: 'de', onResult });
    return { ms: performance.now() - began, firstMs };
  };
  const began = performance.now();
  await translate(['a']);
  const loadMs = performance.now() - began;
  const { processes, threads } = layout;
  return {
    name: `ours, batches of ${batch}, ${processes} × ${threads} thread${threads === 1 ? '' : 's'}`,
    loadMs,
    translate,
    peakBytes() {
      const peaks = engine.status().processes.map(({ pid }) => peakBytes(pid));
      return peaks.reduce<number | null>(
        (sum, peak) => (sum === null || peak === null ? null : sum + peak),
        0,
      );
    },
    close: () => engine.close(),
  };
}
