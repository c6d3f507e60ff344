import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Caller } from '../../support/hosts.ts';
import { calling, file, inProcess, ownHome, until } from '../../support/hosts.ts';
import { startHub } from '../../support/hub.ts';

const mini = join(import.meta.dirname, '../../../models/mini/weights');
const REPOSITORY = 'Xenova/opus-mt-de-en';

/** A workbench that downloads from a hub of the test's own. */
async function withHub(models: Record<string, string> = { [REPOSITORY]: mini }) {
  const hub = await startHub(models);
  const before = process.env['BITEXT_HUB'];
  process.env['BITEXT_HUB'] = hub.url;
  onTestFinished(() => {
    if (before === undefined) delete process.env['BITEXT_HUB'];
    else process.env['BITEXT_HUB'] = before;
  });
  const home = ownHome();
  const window = await inProcess(join(home, 'library.db'));
  return { hub, home, window, call: calling(window), folder: join(home, 'models', REPOSITORY) };
}

/** Waits until nothing is under way any more; what is left has failed or was stopped. */
const settled = ({ answer }: Caller) =>
  until(async () => {
    const { downloads } = await calling({ answer })('models.list', {});
    return downloads.every(({ state }) => state === 'failed' || state === 'stopped') ? downloads : undefined;
  });

test('a known model is downloaded, checked, recorded and used at once', async () => {
  const { call, window, folder, hub } = await withHub();
  const [result] = await call('library.import', {
    files: [file('a.txt', 'Am Montag zählte die Polizei die Busse der Stadt Wien.')],
  });
  if (result?.status !== 'imported') throw new Error('not imported');
  expect(result.article.readiness.status).toBe('needs-model');

  expect(await call('models.install', { model: 'opus-mt-de-en' })).toMatchObject({
    model: 'opus-mt-de-en',
    state: 'queued',
    error: null,
  });
  expect(await settled(window)).toEqual([]);

  expect((await call('library.get', { article: result.article.id })).readiness.status).toBe('ready');
  const { installed } = await call('models.list', {});
  expect(installed[0]).toMatchObject({
    id: REPOSITORY,
    repository: REPOSITORY,
    revision: '0123456789abcdef0123456789abcdef01234567',
    licence: 'Apache-2.0',
    problem: null,
    isRepairable: true,
    verifiedAt: expect.stringMatching(/^20/),
  });
  expect(window.events.filter(({ event }) => event === 'models.changed').at(-1)).toMatchObject({
    payload: { downloads: [], isListChanged: true },
  });
  expect(window.events.at(-1)).toEqual({
    event: 'library.changed',
    payload: { articles: [result.article.id] },
  });
  expect(readFileSync(join(folder, 'onnx/encoder_model_quantized.onnx'))).toEqual(
    hub.files.get(`${REPOSITORY}/onnx/encoder_model_quantized.onnx`),
  );
  expect(readdirSync(join(folder, '../../.incoming'))).toEqual([]);

  await call('translate.start', { articles: [result.article.id] });
  await until(async () => (await call('library.get', { article: result.article.id })).job?.state === 'done');
});
