import { fork } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Engine, type EngineOptions } from '../../../electron/engine/engine.ts';
import { chooseModel, installedModels, type InstalledModel } from '../../../models/translation/installed.ts';
import type { Translation } from '../../../models/translation/translator.ts';
import sentences from '../../fixtures/mini/sentences.json' with { type: 'json' };
import { isRunning } from '../../support/processes.ts';
import { modelsFolder, putModel } from '../../unit/models/translation/model-folder.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini')!;
const sources = sentences.held.map(([source = '']) => source);
const expected = sentences.held.map((triple) => triple[1] ?? '');

let engine: Engine;
afterEach(() => engine.close());

const one = { processes: 1, threads: 1 };

function started(options: EngineOptions = {}): Engine {
  engine = new Engine({ layout: one, ...options });
  return engine;
}

const pids = (): number[] => engine.status().processes.map(({ pid }) => pid);

/** Translates and collects, in the order of the sentences; fails when a sentence is delivered twice or not at all. */
async function translated(
  texts: string[],
  onEach: (count: number, translation: Translation) => void = () => {},
  model: InstalledModel = mini,
): Promise<string[]> {
  const results = new Map<number, string>();
  await engine.translate(model, texts, {
    language: 'de',
    onResult(translation) {
      expect(results.has(translation.index), 'delivered once').toBe(false);
      results.set(translation.index, translation.text);
      onEach(results.size, translation);
    },
  });
  expect(results.size).toBe(texts.length);
  return texts.map((_, index) => results.get(index) ?? '');
}

const exact = (texts: string[], references = expected): number =>
  texts.filter((text, index) => text === references[index]).length / texts.length;

const kill = (signal: NodeJS.Signals): boolean => process.kill(pids()[0]!, signal);

test.each([1, 8, 16])('held-out sentences come out exact in batches of %i', async (batch) => {
  started({ batch });
  expect(exact(await translated(sources))).toBeGreaterThanOrEqual(0.99);
});

test('a model that is put into the models folder is used', async () => {
  const folder = modelsFolder();
  putModel(folder, 'Xenova/opus-mt-de-en');
  const model = chooseModel(installedModels(folder), 'de', ['Irgendein Satz.']);
  expect(model?.id).toBe('Xenova/opus-mt-de-en');
  started();
  expect(await translated(sources.slice(0, 1), undefined, model!)).toEqual(expected.slice(0, 1));
});

test('kill -9 in the middle loses nothing and doubles nothing', async () => {
  const log: string[] = [];
  started({ log: (message) => log.push(message) });
  const texts = await translated(sources, (count) => (count === 50 || count === 200) && kill('SIGKILL'));
  expect(texts).toEqual(expected);
  expect(log).toEqual([
    'The engine process ended (signal SIGKILL).',
    'The engine process ended (signal SIGKILL).',
  ]);
});

test('an engine that hangs is killed, and its work is done by the next', async () => {
  const log: string[] = [];
  started({ stepTimeoutMs: 1000, log: (message) => log.push(message) });
  const texts = await translated(sources, (count) => count === 50 && kill('SIGSTOP'));
  expect(texts).toEqual(expected);
  expect(log[0]).toContain('no sign of life for 1000 ms');
});

test('an engine that keeps dying at the same sentences gives up with a clear message, and can be used again', async () => {
  started();
  const killer = setInterval(() => pids().length > 0 && kill('SIGKILL'), 5);
  const run = translated(sources.slice(0, 5));
  await expect(run).rejects.toMatchObject({ code: 'engine.crashed' });
  await expect(run).rejects.toThrow(
    'stopped 3 times in a row with the model Mini demo model (signal SIGKILL)',
  );
  clearInterval(killer);
  expect(await translated(sources.slice(0, 5))).toEqual(expected.slice(0, 5));
});

test('a cancel returns at once, and the same process goes on with the next request', async () => {
  started();
  await translated(sources.slice(0, 1));
  const before = pids();
  const abort = new AbortController();
  let cancelledAt = 0;
  let late = 0;
  const run = engine.translate(mini, sources, {
    language: 'de',
    signal: abort.signal,
    onResult() {
      if (abort.signal.aborted) late++;
      cancelledAt ||= performance.now();
      abort.abort();
    },
  });
  await expect(run).rejects.toThrow('aborted');
  expect(performance.now() - cancelledAt).toBeLessThan(200);
  expect(await translated(sources.slice(0, 20))).toEqual(expected.slice(0, 20));
  expect(pids()).toEqual(before);
  expect(late).toBe(0);
});

test('a request that waits can be cancelled; the others are done in their order', async () => {
  started();
  const abort = new AbortController();
  const finished: string[] = [];
  const first = translated(sources.slice(0, 30)).then(() => finished.push('first'));
  const second = engine.translate(mini, sources, {
    language: 'de',
    signal: abort.signal,
    onResult: () => finished.push('second'),
  });
  const third = translated(sources.slice(0, 3)).then(() => finished.push('third'));
  abort.abort();
  await expect(second).rejects.toThrow('aborted');
  await Promise.all([first, third]);
  expect(finished).toEqual(['first', 'third']);
});

test('an error of the receiver ends the request with that error', async () => {
  started();
  const full = new Error('disk full');
  const run = engine.translate(mini, sources, {
    language: 'de',
    onResult() {
      throw full;
    },
  });
  await expect(run).rejects.toBe(full);
  expect(await translated(sources.slice(0, 3))).toEqual(expected.slice(0, 3));
});

test('a model that was damaged after it was listed gives a clear error, and the engine lives on', async () => {
  const folder = modelsFolder();
  const model = putModel(folder, 'opus-mt-de-en');
  const [german] = installedModels(folder);
  started();
  truncateSync(join(model, 'onnx/decoder_model_merged_quantized.onnx'), 100_000);
  const truncated = translated(sources.slice(0, 1), undefined, german);
  await expect(truncated).rejects.toMatchObject({ code: 'model.damaged' });
  await expect(truncated).rejects.toThrow('The model Opus-MT German – English cannot be used');
  rmSync(join(model, 'tokenizer.json'));
  await expect(translated(sources.slice(0, 1), undefined, german)).rejects.toMatchObject({
    code: 'model.missing-file',
  });
  expect(await translated(sources.slice(0, 1))).toEqual(expected.slice(0, 1));
});

test('weights that ONNX Runtime refuses are reported with the model, the file and the reason', async () => {
  const folder = modelsFolder();
  const file = join(putModel(folder, 'opus-mt-de-en'), 'onnx/encoder_model_quantized.onnx');
  const bytes = readFileSync(file);
  // Inside the network, so that the outline of the file stays whole.
  writeFileSync(file, bytes.fill(0xff, 1000, 2000));
  const [german] = installedModels(folder);
  started();
  const run = translated(sources.slice(0, 1), undefined, german);
  await expect(run).rejects.toMatchObject({ code: 'model.damaged' });
  await expect(run).rejects.toThrow(
    /Opus-MT German – English cannot be loaded.*encoder_model_quantized\.onnx/u,
  );
});

test('a network with other inputs is reported as unsupported', async () => {
  const folder = modelsFolder();
  const onnx = join(putModel(folder, 'opus-mt-de-en'), 'onnx');
  copyFileSync(join(onnx, 'encoder_model_quantized.onnx'), join(onnx, 'decoder_model_merged_quantized.onnx'));
  const [german] = installedModels(folder);
  started();
  await expect(translated(sources.slice(0, 1), undefined, german)).rejects.toMatchObject({
    code: 'model.unsupported',
  });
});

test('the processes end with the one that started them, even when that is killed', async () => {
  const parent = fork(join(import.meta.dirname, 'parent.ts'), { execArgv: [] });
  const both = await new Promise<number[]>((resolve) =>
    parent.once('message', (message) => resolve(message as number[])),
  );
  expect(both.map(isRunning)).toEqual([true, true]);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(both.map(isRunning)).toEqual([false, false]), { timeout: 5000 });
});

test('the process ends when it has nothing to do, and comes back when it has', async () => {
  started({ idleMs: 50 });
  await translated(sources.slice(0, 1));
  const [first = 0] = pids();
  await vi.waitFor(() => expect(isRunning(first)).toBe(false), { timeout: 5000 });
  expect(pids()).toEqual([]);
  expect(await translated(sources.slice(0, 1))).toEqual(expected.slice(0, 1));
});

test('closing ends the process in the middle of its work', async () => {
  started();
  const closing = Promise.withResolvers<void>();
  const run = translated(
    sources,
    (count) => count === 1 && engine.close().then(closing.resolve, closing.reject),
  );
  const before = pids();
  await expect(run).rejects.toMatchObject({ code: 'engine.closed' });
  await closing.promise;
  expect(before.map(isRunning)).toEqual([false]);
  await expect(translated(sources)).rejects.toMatchObject({ code: 'engine.closed' });
});
