import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Caller } from '../../support/hosts.ts';
import { calling, file, inProcess, ownHome, until } from '../../support/hosts.ts';
import { COMMIT, startHub } from '../../support/hub.ts';
import { temporaryFolder } from '../../support/library.ts';
import { serialise } from '../../../models/installation/manifest.ts';
import { noteDownload } from '../../../models/installation/stopped.ts';
import { verifyModel } from '../../../models/installation/verify.ts';

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

const encoder = 'onnx/encoder_model_quantized.onnx';

/** A large file of the hub begins to come and never ends. */
const silent = (url: string) => url.includes('encoder_model');

test('called off and gone on with: what has come is kept, also for the next process', async () => {
  const { call, window, hub, home, folder } = await withHub();
  hub.fault = ({ host, path }) =>
    host === 'cdn' && silent(path)
      ? (_request, response) => {
          const bytes = hub.files.get(`${REPOSITORY}/${encoder}`)!;
          response.writeHead(200, { etag: '"1"', 'content-length': bytes.length });
          response.write(bytes.subarray(0, 300_000));
        }
      : undefined;
  await call('models.install', { model: 'opus-mt-de-en' });
  await until(async () => ((await call('models.list', {})).downloads[0]?.receivedBytes ?? 0) > 1_000_000);
  // Asked for a second time it goes on as it is.
  expect((await call('models.install', { model: REPOSITORY })).state).toBe('running');
  await call('models.cancel', { model: 'opus-mt-de-en' });
  const [stopped] = (await call('models.list', {})).downloads;
  expect(stopped).toMatchObject({ model: 'opus-mt-de-en', state: 'stopped', totalBytes: 1_496_250 });
  expect(stopped!.receivedBytes).toBeGreaterThan(1_000_000);
  expect(window.events.at(-1)).toMatchObject({ payload: { downloads: [{ state: 'stopped' }] } });
  expect(existsSync(folder)).toBe(false);

  const later = calling(await inProcess(join(home, 'other.db')));
  expect((await later('models.list', {})).downloads).toEqual([stopped]);
  hub.fault = () => {};
  hub.seen.length = 0;
  await later('models.install', { model: 'opus-mt-de-en' });
  await until(() => existsSync(folder));
  await until(async () => (await later('models.list', {})).downloads.length === 0);
  expect(hub.seen.filter(({ method, host }) => method === 'GET' && host === 'cdn')).toHaveLength(1);
});

test('called off and thrown away: nothing is left', async () => {
  const { call, hub, home } = await withHub();
  hub.fault = ({ host }) => (host === 'cdn' ? () => {} : undefined);
  await call('models.install', { model: 'opus-mt-de-en' });
  await until(async () => (await call('models.list', {})).downloads[0]?.state === 'running');
  await call('models.cancel', { model: 'opus-mt-de-en', discard: true });
  expect((await call('models.list', {})).downloads).toEqual([]);
  expect(readdirSync(join(home, 'models/.incoming'))).toEqual([]);
});

test('a download of a model that the catalogue does not know is thrown away by what it is listed as', async () => {
  const { call, home } = await withHub();
  const note = { id: 'ours', repository: 'desk/ours', name: 'Ours', totalBytes: 9 };
  noteDownload(join(home, 'models'), note);
  expect((await call('models.list', {})).downloads).toMatchObject([{ model: 'ours', state: 'stopped' }]);
  await call('models.cancel', { model: 'ours', discard: true });
  expect((await call('models.list', {})).downloads).toEqual([]);
});

test('one after the other; a failure says why until it is taken off the list', async () => {
  const { call, window, hub } = await withHub({ [REPOSITORY]: mini, 'Xenova/opus-mt-fr-en': mini });
  const hold = Promise.withResolvers<void>();
  hub.fault = (_seen, usual) => (request, response) => void hold.promise.then(() => usual(request, response));
  await call('models.install', { model: 'opus-mt-de-en' });
  await call('models.install', { model: 'opus-mt-pl-en' });
  await call('models.install', { model: 'opus-mt-fr-en' });
  await until(() => hub.seen.length > 0);
  const { downloads } = await call('models.list', {});
  expect(downloads.map(({ state }) => state)).toEqual(['running', 'queued', 'queued']);
  hold.resolve();
  expect(await settled(window)).toMatchObject([
    { model: 'opus-mt-pl-en', state: 'failed', error: { code: 'hub.refused' } },
  ]);
  const { installed } = await call('models.list', {});
  expect(installed.map(({ id }) => id)).toEqual([REPOSITORY, 'Xenova/opus-mt-fr-en', 'mini']);
  await call('models.cancel', { model: 'opus-mt-pl-en' });
  expect((await call('models.list', {})).downloads).toEqual([]);
});

test('a licence without commercial use wants a consent, which is recorded', async () => {
  const { call, hub, window } = await withHub();
  const { answer } = window;
  const folder = join(temporaryFolder(), 'nllb-200-distilled-600M');
  cpSync(mini, folder, { recursive: true });
  writeFileSync(join(folder, 'bitext.json'), '{"source": ["sl"]}');
  const known = async () =>
    (await call('models.list', {})).known.find(({ repository }) =>
      repository.endsWith('nllb-200-distilled-600M'),
    )!;
  expect(await known()).toMatchObject({ isNonCommercial: true, consentedAt: null });

  // On the way to the hub it is asked for before anything is downloaded.
  expect(await answer('models.install', { model: (await known()).id })).toMatchObject({
    ok: false,
    error: { code: 'model.consent', message: expect.stringContaining('CC-BY-NC-4.0') },
  });
  expect(hub.seen).toEqual([]);

  await call('models.installFrom', { path: folder });
  await until(async () => (await call('models.list', {})).downloads[0]?.state === 'failed');
  expect((await call('models.list', {})).downloads).toMatchObject([
    { model: folder, error: { code: 'model.consent', message: expect.stringContaining('CC-BY-NC-4.0') } },
  ]);
  await call('models.installFrom', { path: folder, consent: true });
  await until(async () => (await call('models.list', {})).downloads.length === 0);
  expect((await call('models.list', {})).installed[0]).toMatchObject({
    licence: 'CC-BY-NC-4.0',
    source: ['sl'],
  });
  expect((await known()).consentedAt).toMatch(/^20/);
});

test('the engine lets go of a model that is replaced, whichever way the new one comes', async () => {
  const { call, window, folder } = await withHub();
  await call('models.install', { model: 'opus-mt-de-en' });
  await settled(window);
  const stick = join(temporaryFolder(), 'opus-mt-de-en');
  cpSync(folder, stick, { recursive: true });
  const holders = async () => (await call('engine.status', {})).processes.map(({ model }) => model);
  const translate = () =>
    call('translate.lines', { lines: ['Am Montag kam der Minister.'], language: 'de', model: REPOSITORY });
  for (const replace of [
    () => call('models.install', { model: 'opus-mt-de-en' }),
    () => call('models.installFrom', { path: stick }),
  ]) {
    await translate();
    expect(await holders()).toContain(REPOSITORY);
    await replace();
    expect(await settled(window)).toEqual([]);
    expect(await holders()).not.toContain(REPOSITORY);
  }
  expect(await translate()).toHaveLength(1);
});

test('no word of a stick makes a licence another one, and what was copied by hand is asked for at its repair', async () => {
  const { call, window, home, hub } = await withHub({ 'Xenova/nllb-200-distilled-600M': mini });
  const stick = join(temporaryFolder(), 'nllb-200-distilled-600M');
  cpSync(mini, stick, { recursive: true });
  const manifest = await verifyModel({ name: 'it', folder: stick, embedded: false });
  writeFileSync(join(stick, 'bitext-model.json'), serialise({ ...manifest, licence: 'MIT' }));
  await call('models.installFrom', { path: stick });
  expect(await settled(window)).toMatchObject([{ error: { code: 'model.consent' } }]);
  await call('models.cancel', { model: stick });

  cpSync(stick, join(home, 'models/nllb-200-distilled-600M'), { recursive: true });
  const repair = { model: 'nllb-200-distilled-600M' };
  expect(await window.answer('models.repair', repair)).toMatchObject({ error: { code: 'model.consent' } });
  expect(hub.seen).toEqual([]);
  await call('models.repair', { ...repair, consent: true });
  expect(await settled(window)).toEqual([]);
  expect(await call('models.verify', repair)).toMatchObject([{ problem: null }]);
});

test("a model called like the app's own is not installed, and one that lies there is left out", async () => {
  const { call, window, home } = await withHub();
  const folder = join(temporaryFolder(), 'mini');
  cpSync(mini, folder, { recursive: true });
  await call('models.installFrom', { path: folder });
  expect(await settled(window)).toMatchObject([{ error: { code: 'model.name' } }]);
  cpSync(mini, join(home, 'models/mini'), { recursive: true });
  expect((await call('models.list', {})).installed).toMatchObject([{ id: 'mini', embedded: true }]);
});

test('a damaged model is found, not used, and repaired', async () => {
  const { call, window, folder, hub } = await withHub();
  await call('models.install', { model: 'opus-mt-de-en' });
  await settled(window);
  const network = join(folder, encoder);
  const bytes = readFileSync(network);
  bytes[77_777]! ^= 8;
  writeFileSync(network, bytes);

  const line = { lines: ['Am Montag kam der Minister.'], language: 'de', model: REPOSITORY };
  // The engine looks before it loads.
  expect(await window.answer('translate.lines', line)).toMatchObject({
    ok: false,
    error: { code: 'model.damaged', message: expect.stringContaining(encoder) },
  });
  // What it met is known from now on: the model is listed with it and not chosen again.
  expect((await call('models.list', {})).installed[0]!.problem).toContain(encoder);
  expect(window.events.filter(({ event }) => event === 'models.changed').at(-1)).toMatchObject({
    payload: { isListChanged: true },
  });
  expect(await call('models.verify', { model: REPOSITORY })).toMatchObject([
    { model: REPOSITORY, problem: { code: 'model.damaged', message: expect.stringContaining(encoder) } },
  ]);
  expect((await call('models.list', {})).installed[0]).toMatchObject({
    id: REPOSITORY,
    problem: expect.stringContaining(encoder),
    verifiedAt: null,
  });

  hub.seen.length = 0;
  await call('models.repair', { model: REPOSITORY });
  expect(await settled(window)).toEqual([]);
  expect(hub.seen.filter(({ method, host }) => method === 'GET' && host === 'cdn')).toHaveLength(1);
  expect((await call('models.list', {})).installed[0]).toMatchObject({ problem: null });
  expect(await call('models.verify', {})).toMatchObject([
    { problem: null, files: 6 },
    { model: 'mini', problem: null },
  ]);
  expect(await call('translate.lines', line)).toHaveLength(1);
  expect(await call('translate.lines', { ...line, model: 'opus-mt-de-en' })).toHaveLength(1);
});

test('a file that is gone or cut off is repaired from the very commit that was installed', async () => {
  const { call, window, folder, hub } = await withHub();
  await call('models.install', { model: 'opus-mt-de-en' });
  await settled(window);
  rmSync(join(folder, 'tokenizer.json'));
  expect((await call('models.list', {})).installed[0]).toMatchObject({
    problem: expect.stringContaining('tokenizer.json'),
    revision: COMMIT,
    licence: 'Apache-2.0',
  });
  hub.seen.length = 0;
  // By the name that it was got by, too.
  expect(await call('models.repair', { model: 'opus-mt-de-en' })).toMatchObject({ totalBytes: 1_496_250 });
  expect(await settled(window)).toEqual([]);
  expect(hub.seen.filter(({ path, host }) => host === 'hub' && !path.includes(COMMIT))).toEqual([]);
  expect((await call('models.list', {})).installed[0]).toMatchObject({ problem: null, revision: COMMIT });
});

test('a damaged manifest is seen at a glance, and repaired', async () => {
  const { call, window, folder } = await withHub();
  await call('models.install', { model: 'opus-mt-de-en' });
  await settled(window);
  const manifest = join(folder, 'bitext-model.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('Apache', 'Apacha'));
  expect((await call('models.list', {})).installed[0]!.problem).toContain('bitext-model.json');
  await call('models.repair', { model: REPOSITORY });
  expect(await settled(window)).toEqual([]);
  expect((await call('models.list', {})).installed[0]).toMatchObject({
    problem: null,
    licence: 'Apache-2.0',
  });
});

test.skipIf(process.platform === 'win32')(
  'a file that cannot be looked at is the problem of its model alone',
  async () => {
    const { call, window, folder, home } = await withHub();
    await call('models.install', { model: 'opus-mt-de-en' });
    await settled(window);
    rmSync(join(folder, 'config.json'));
    symlinkSync('config.json', join(folder, 'config.json'));
    const later = calling(await inProcess(join(home, 'other.db')));
    expect((await later('models.list', {})).installed).toMatchObject([
      { id: REPOSITORY, problem: expect.stringContaining('config.json'), verifiedAt: null },
      { id: 'mini', problem: null },
    ]);
    expect(await later('library.list', {})).toEqual([]);
    await later('models.repair', { model: REPOSITORY });
    await until(async () => (await later('models.list', {})).downloads.length === 0);
    expect((await later('models.list', {})).installed[0]).toMatchObject({ problem: null });
  },
);

test('a model is removed, also the only one of its maker; what is not there or comes with the app is not', async () => {
  const { call, window, home } = await withHub();
  await call('models.install', { model: 'opus-mt-de-en' });
  await settled(window);
  await call('models.remove', { model: 'opus-mt-de-en' });
  expect(readdirSync(join(home, 'models'))).toEqual(['.incoming']);
  expect(readdirSync(join(home, 'models/.incoming'))).toEqual([]);
  expect(await window.answer('models.remove', { model: REPOSITORY })).toMatchObject({
    error: { code: 'model.unknown' },
  });
  expect(await window.answer('models.remove', { model: 'mini' })).toMatchObject({
    error: { code: 'model.embedded' },
  });
  expect(await window.answer('models.remove', { model: '../..' })).toMatchObject({
    error: { code: 'model.unknown' },
  });
});

test('the address of the hub is a setting', async () => {
  const { hub } = await withHub();
  delete process.env['BITEXT_HUB'];
  const window = await inProcess(join(ownHome(), 'library.db'));
  const call = calling(window);
  expect((await call('models.list', {})).hub).toEqual({ url: 'https://huggingface.co', isFixed: false });
  for (const url of ['ftp://x', 'http://me:secret@hub', 'nonsense', 'http://hub/?a=b'])
    expect(await window.answer('models.setHub', { url })).toMatchObject({ error: { code: 'hub.address' } });
  await call('models.setHub', { url: `${hub.url}/` });
  expect((await call('models.list', {})).hub).toEqual({ url: hub.url, isFixed: false });
  await call('models.install', { model: 'opus-mt-de-en' });
  expect(await settled(window)).toEqual([]);
  await call('models.setHub', { url: null });
  expect((await call('models.list', {})).hub.url).toBe('https://huggingface.co');
  rmSync(join((await call('models.list', {})).folder, REPOSITORY), { recursive: true });
});
