import { expect, onTestFinished, test } from 'vitest';
import { Downloads, type Errand } from '../../../../electron/workbench/downloads.ts';
import type { Workbench } from '../../../../electron/workbench/handlers.ts';
import { openStore } from '../../../../data/store/open.ts';
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
  run: () => Promise.resolve(),
  discard: () => {},
  ...parts,
});

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((_done, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error)));

test('what cannot be thrown away just now holds up nothing', async () => {
  const { downloads, logged } = setUp();
  const discard = () => {
    throw Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
  };
  const ran = Promise.withResolvers<void>();
  downloads.begin(errand('under way', { run: untilAborted, discard }));
  downloads.begin(errand('waiting', { discard }));
  downloads.begin(errand('last', { run: async () => ran.resolve() }));
  expect(await downloads.cancel('waiting', true)).toBe(true);
  expect(await downloads.cancel('under way', true)).toBe(true);
  await ran.promise;
  expect(logged).toEqual([
    'what waiting left was not thrown away',
    'what under way left was not thrown away',
  ]);
});
