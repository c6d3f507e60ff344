import { expect, onTestFinished, test } from 'vitest';
import { Downloads, type Errand } from '../../../../electron/workbench/downloads.ts';
import type { Workbench } from '../../../../electron/workbench/handlers.ts';
import { openStore } from '../../../../data/store/open.ts';
import { InputError } from '../../../../models/errors.ts';
import { temporaryFolder } from '../../../support/library.ts';

/** Downloads, and what was written to the log. */
function setUp() {
  const store = openStore(':memory:');
  const logged: string[] = [];
  const folders = { models: temporaryFolder(), database: ':memory:', log: '' };
  const workbench = { store, folders, emit: () => {}, log: (what: string) => logged.push(what) };
  const downloads = new Downloads(() => workbench as unknown as Workbench);
  onTestFinished(async () => {
    await downloads.close();
    store.close();
  });
  return { downloads, logged };
}

const errand = (model: string, parts: Partial<Errand> = {}): Errand => ({
  model,
  name: model,
  from: 'hub',
  totalBytes: null,
  run: () => Promise.resolve([]),
  discard: () => {},
  ...parts,
});

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_done, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error)));

test('what cannot be thrown away just now holds up nothing', async () => {
  const { downloads, logged } = setUp();
  const discard = () => {
    throw Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
  };
  const ran = Promise.withResolvers<void>();
  downloads.begin(errand('under way', { run: untilAborted, discard }));
  downloads.begin(errand('waiting', { discard }));
  downloads.begin(errand('last', { run: async () => (ran.resolve(), []) }));
  expect(await downloads.cancel('waiting', true)).toBe(true);
  expect(await downloads.cancel('under way', true)).toBe(true);
  await ran.promise;
  expect(logged).toEqual([
    'what waiting left was not thrown away',
    'what under way left was not thrown away',
  ]);
});

const ended = (downloads: Downloads, model: string) =>
  expect.poll(() => downloads.list().find((one) => one.model === model)?.state);

test('what failed is off the list when its model came another way', async () => {
  const { downloads } = setUp();
  const run = () => Promise.reject(new InputError('hub.refused', 'No.'));
  let discarded = 0;
  downloads.begin(errand('opus-mt-de-en', { run, discard: () => void discarded++ }));
  downloads.begin(errand('opus-mt-pl-en', { run }));
  await ended(downloads, 'opus-mt-de-en').toBe('failed');
  await ended(downloads, 'opus-mt-pl-en').toBe('failed');
  downloads.begin(errand('/stick/models', { run: () => Promise.resolve(['Xenova/opus-mt-de-en']) }));
  await expect.poll(() => downloads.list().map(({ model }) => model)).toEqual(['opus-mt-pl-en']);
  expect(discarded).toBe(1);
});

test('a download that is tried again says why, until something comes', async () => {
  const { downloads } = setUp();
  const goOn = Promise.withResolvers<void>();
  const end = Promise.withResolvers<string[]>();
  downloads.begin(
    errand('one', {
      run: async (_signal, onProgress, onRetry) => {
        const message = 'example.org has trouble of its own just now (503). Try again later.';
        onRetry(new InputError('hub.failing', message));
        onProgress({ receivedBytes: 0, totalBytes: 10, isChecking: false });
        await goOn.promise;
        onProgress({ receivedBytes: 1, totalBytes: 10, isChecking: false });
        return end.promise;
      },
    }),
  );
  expect(downloads.list()).toMatchObject([
    { state: 'running', retrying: 'example.org has trouble of its own just now (503).' },
  ]);
  goOn.resolve();
  await expect.poll(() => downloads.list()[0]?.retrying).toBeNull();
  end.resolve([]);
  await expect.poll(() => downloads.list()).toEqual([]);
});
