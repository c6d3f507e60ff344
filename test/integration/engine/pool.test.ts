import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { Engine, type EngineOptions } from '../../../electron/engine/engine.ts';
import { installedModels, type InstalledModel } from '../../../models/translation/installed.ts';
import type { Translation } from '../../../models/translation/translator.ts';
import fixture from '../../fixtures/mini/sentences.json' with { type: 'json' };
import { temporaryFolder } from '../../support/library.ts';
import { isRunning } from '../../support/processes.ts';
import { modelsFolder, putModel } from '../../unit/models/translation/model-folder.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini')!;
const sources = fixture.held.map(([source = '']) => source);
const expected = fixture.held.map((triple) => triple[1] ?? '');

let engine: Engine;
afterEach(() => engine.close());

function started(options: EngineOptions = {}): Engine {
  engine = new Engine({ layout: { processes: 2, threads: 1 }, ...options });
  return engine;
}

const processes = () => engine.status().processes;
const pids = (): number[] => processes().map(({ pid }) => pid);

/** Translates; fails when a sentence is delivered twice or not at all. */
async function translations(
  texts: readonly string[],
  onEach: (count: number) => void = () => {},
  model: InstalledModel = mini,
): Promise<Translation[]> {
  const results = new Map<number, Translation>();
  await engine.translate(model, texts, {
    language: 'de',
    onResult(translation) {
      expect(results.has(translation.index), 'delivered once').toBe(false);
      results.set(translation.index, translation);
      onEach(results.size);
    },
  });
  expect(results.size).toBe(texts.length);
  return texts.map((_, index) => results.get(index)!);
}

const translated = async (...args: Parameters<typeof translations>): Promise<string[]> =>
  (await translations(...args)).map(({ text }) => text);

test('two processes give what one gives, whatever the order and the chunks', async () => {
  started({ layout: { processes: 1, threads: 1 } });
  const alone = await translations(sources);
  expect(alone.map(({ text }) => text)).toEqual(expected);
  await engine.close();
  const order = fc.shuffledSubarray([...sources.keys()], { minLength: 1, maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 16 }), async (chosen, batch) => {
      started({ batch });
      const together = await translations(chosen.map((index) => sources[index]!));
      await engine.close();
      for (const [place, index] of chosen.entries()) {
        const { text, tokens, stop } = alone[index]!;
        expect(together[place]).toMatchObject({ text, tokens, stop, index: place });
        expect(together[place]!.meanLogProb).toBeCloseTo(alone[index]!.meanLogProb, 1);
      }
    }),
    { numRuns: 4 },
  );
});

test('both processes work, hold the model and say what memory they take', async () => {
  started();
  const seen = new Set<number>();
  await translated(sources, () => {
    for (const { pid, isBusy, model, memoryBytes } of processes())
      if (isBusy && model === 'mini' && (memoryBytes ?? 0) > 20e6) seen.add(pid);
  });
  expect(seen.size).toBe(2);
  expect(engine.status()).toMatchObject({
    layout: { processes: 2, threads: 1 },
    isMeasuring: false,
    processes: [
      { model: 'mini', isBusy: false },
      { model: 'mini', isBusy: false },
    ],
  });
});

test('the first sentence is the first that is delivered', async () => {
  started();
  const order: number[] = [];
  await engine.translate(mini, sources.slice(0, 10), {
    language: 'de',
    onResult: ({ index }) => order.push(index),
  });
  expect(order[0]).toBe(0);
});

test.each([0, 1])(
  'kill -9 of process %i, again and again, loses nothing and doubles nothing',
  async (place) => {
    started();
    const killed = new Set<number>();
    const texts = await translated(sources, (count) => {
      const pid = pids()[place];
      if (![40, 150, 280].includes(count) || pid === undefined) return;
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    });
    expect(texts).toEqual(expected);
    expect(killed.size).toBeGreaterThan(0);
    expect([...killed].map(isRunning)).not.toContain(true);
  },
);

test.each([0, 1])(
  'when process %i hangs it is killed, and its sentences are done by the other',
  async (place) => {
    const log: string[] = [];
    started({ stepTimeoutMs: 1000, log: (message) => log.push(message) });
    let stopped = 0;
    const texts = await translated(sources, (count) => {
      const candidate = processes()[place];
      // One that still loads may take its time: it has not said what memory it takes.
      if (count < 40 || stopped > 0 || !candidate?.isBusy || candidate.memoryBytes === null) return;
      stopped = pids()[place]!;
      process.kill(stopped, 'SIGSTOP');
    });
    expect(texts).toEqual(expected);
    expect(stopped).toBeGreaterThan(0);
    expect(isRunning(stopped)).toBe(false);
    expect(log[0]).toContain('no sign of life for 1000 ms');
  },
);

/**
 * A Node for the engine with little memory, whose first `times` processes fill it at the first sentences they get,
 * until V8 ends them.
 */
function hungry(times: number): { node: string; deaths: () => number } {
  const folder = temporaryFolder();
  const marks = join(folder, 'marks');
  mkdirSync(marks);
  const hog = join(folder, 'hog.mjs');
  writeFileSync(
    hog,
    `import { readdirSync, writeFileSync } from 'node:fs';
     process.once('message', () => {
       if (readdirSync(${JSON.stringify(marks)}).length >= ${times}) return;
       writeFileSync(${JSON.stringify(`${marks}/`)} + process.pid, '');
       const kept = [];
       for (;;) kept.push(new Array(100_000).fill(0));
     });`,
  );
  const node = join(folder, 'node');
  const flags = `--max-old-space-size=100 --import "${pathToFileURL(hog).href}"`;
  writeFileSync(node, `#!/bin/sh\nulimit -c 0\nexec "${process.execPath}" ${flags} "$@"\n`, { mode: 0o755 });
  return { node, deaths: () => readdirSync(marks).length };
}

test.skipIf(process.platform === 'win32')('out of memory once: the work is done all the same', async () => {
  const { node, deaths } = hungry(1);
  const log: string[] = [];
  started({ node, log: (message) => log.push(message) });
  expect(await translated(sources)).toEqual(expected);
  expect(deaths()).toBe(1);
  expect(log.join('\n')).toContain('heap out of memory');
});

test.skipIf(process.platform === 'win32')('out of memory again and again: one process goes on', async () => {
  const { node, deaths } = hungry(4);
  started({ node });
  const both = new Set<number>();
  expect(
    await translated(sources.slice(0, 100), () => both.add(processes().filter((p) => p.isBusy).length)),
  ).toEqual(expected.slice(0, 100));
  expect(deaths()).toBe(4);
  expect([...both]).toEqual([1]);
});

test.skipIf(process.platform === 'win32')(
  'no memory at all: the request fails with a clear message',
  async () => {
    const { node } = hungry(1000);
    started({ node });
    const run = translated(sources.slice(0, 100));
    await expect(run).rejects.toMatchObject({ code: 'engine.crashed' });
    await expect(run).rejects.toThrow(
      /stopped 3 times in a row with the model Mini demo model .*Close other programs if memory is short/u,
    );
    await vi.waitFor(() => expect(pids()).toEqual([]));
  },
);

test('a cancel returns at once, both processes stop and go on with the next request', async () => {
  started();
  await translated(sources.slice(0, 60));
  const before = pids();
  const abort = new AbortController();
  let cancelledAt = 0;
  let late = 0;
  const run = engine.translate(mini, sources, {
    language: 'de',
    signal: abort.signal,
    onResult({ index }) {
      if (abort.signal.aborted) late++;
      // From the second process.
      if (index === 0) return;
      cancelledAt ||= performance.now();
      abort.abort();
    },
  });
  await expect(run).rejects.toThrow('aborted');
  expect(performance.now() - cancelledAt).toBeLessThan(200);
  await vi.waitFor(() => expect(processes().some(({ isBusy }) => isBusy)).toBe(false), { timeout: 5000 });
  expect(await translated(sources.slice(0, 60))).toEqual(expected.slice(0, 60));
  expect(pids()).toEqual(before);
  expect(late).toBe(0);
});

test('closing in the middle of the work leaves no process', async () => {
  started();
  let before: number[] = [];
  const run = translated(sources, (count) => {
    if (count !== 60) return;
    before = pids();
    void engine.close();
  });
  await expect(run).rejects.toMatchObject({ code: 'engine.closed' });
  await engine.close();
  expect(before).toHaveLength(2);
  expect(before.map(isRunning)).toEqual([false, false]);
});

test('when there is nothing to do one process ends soon, the last one later', async () => {
  started({ idleMs: 2500 });
  await translated(sources.slice(0, 100));
  const before = pids();
  expect(before).toHaveLength(2);
  await vi.waitFor(() => expect(before.filter(isRunning)).toHaveLength(1), { timeout: 5000 });
  expect(pids()).toEqual(before.filter(isRunning));
  await vi.waitFor(() => expect(before.filter(isRunning)).toEqual([]), { timeout: 10_000 });
  expect(pids()).toEqual([]);
});

test('two models that are asked for in turns stay loaded, each in a process of its own', async () => {
  const folder = modelsFolder();
  putModel(folder, 'opus-mt-de-en');
  const [german] = installedModels(folder);
  started();
  await translated(sources.slice(0, 3));
  await translated(sources.slice(0, 3), undefined, german);
  const before = processes().map(({ pid, model }) => ({ pid, model }));
  expect(before.map(({ model }) => model)).toEqual(['mini', 'opus-mt-de-en']);
  for (let turn = 0; turn < 3; turn++) {
    expect(await translated(sources.slice(0, 3))).toEqual(expected.slice(0, 3));
    expect(await translated(sources.slice(0, 3), undefined, german)).toEqual(expected.slice(0, 3));
  }
  expect(processes().map(({ pid, model }) => ({ pid, model }))).toEqual(before);
});

test('requests for two models at once are all done, exactly once each', async () => {
  const folder = modelsFolder();
  putModel(folder, 'opus-mt-de-en');
  const [german] = installedModels(folder);
  started();
  const models = [mini, german!, mini, german!, mini];
  const all = await Promise.all(
    models.map(async (model, part) => translated(sources.slice(part * 40, part * 40 + 40), undefined, model)),
  );
  expect(all.flat()).toEqual(expected.slice(0, 200));
});

test('a model that is let go leaves no process behind, and can be used again', async () => {
  started();
  await translated(sources.slice(0, 40));
  const before = pids();
  await engine.letGo('mini');
  expect(processes()).toEqual([]);
  expect(before.filter(isRunning)).toEqual([]);
  expect(await translated(sources.slice(0, 5))).toEqual(expected.slice(0, 5));
});
