import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calling, file, inProcess, ownHome, until } from '../../support/hosts.ts';

const mini = join(import.meta.dirname, '../../../models/mini/weights');
const sentence = 'Am Montag zählte die Polizei 15 Busse in Wien.';

/** A models folder with a model for German in the standard layout, which is really the mini model. */
async function withModel(change: (folder: string) => void) {
  const home = ownHome();
  const folder = join(home, 'models', 'Xenova', 'opus-mt-de-en');
  mkdirSync(folder, { recursive: true });
  cpSync(mini, folder, { recursive: true });
  change(folder);
  const window = await inProcess(join(home, 'library.db'));
  return { folder, call: calling(window), answer: window.answer };
}

test('a model dropped into the models folder is used at once', async () => {
  const { call, folder } = await withModel((model) => rmSync(model, { recursive: true }));
  const [result] = await call('library.import', {
    files: [file('a.txt', 'Am Montag zählte die Polizei die Busse der Stadt Wien.')],
  });
  if (result?.status !== 'imported') throw new Error('not imported');
  expect(result.article.readiness).toMatchObject({
    status: 'needs-model',
    repository: 'Xenova/opus-mt-de-en',
  });
  cpSync(mini, folder, { recursive: true });
  expect((await call('library.get', { article: result.article.id })).readiness).toMatchObject({
    status: 'ready',
  });
  await call('translate.start', { articles: [result.article.id] });
  await until(async () => (await call('library.get', { article: result.article.id })).job?.state === 'done');
});

test.each<[string, (folder: string) => void, RegExp]>([
  ['a missing file', (folder) => rmSync(join(folder, 'tokenizer.json')), /Opus-MT German.*tokenizer\.json/],
  [
    'missing weights',
    (folder) => rmSync(join(folder, 'onnx/encoder_model_quantized.onnx')),
    /Opus-MT German.*encoder_model/,
  ],
  [
    'truncated weights',
    (folder) => truncateSync(join(folder, 'onnx/decoder_model_merged_quantized.onnx'), 300_000),
    /Opus-MT German.*decoder_model_merged/,
  ],
  [
    'an empty file',
    (folder) => truncateSync(join(folder, 'onnx/encoder_model_quantized.onnx'), 0),
    /Opus-MT German.*encoder_model/,
  ],
  [
    'a web page in place of weights',
    (folder) =>
      writeFileSync(join(folder, 'onnx/encoder_model_quantized.onnx'), '<!DOCTYPE html><title>404</title>'),
    /Opus-MT German.*encoder_model/,
  ],
  [
    'a configuration that is no JSON',
    (folder) => writeFileSync(join(folder, 'config.json'), '{'),
    /Opus-MT German.*config\.json/,
  ],
  [
    'another kind of model',
    (folder) =>
      writeFileSync(
        join(folder, 'config.json'),
        readFileSync(join(folder, 'config.json'), 'utf8').replace('"marian"', '"bert"'),
      ),
    /Opus-MT German.*bert/,
  ],
])('%s: the model is listed with its problem and never used', async (_name, change, message) => {
  const { call, answer } = await withModel(change);
  const { installed } = await call('models.list', {});
  const broken = installed.find(({ id }) => id.includes('opus-mt-de-en'))!;
  expect(broken.problem).toMatch(message);
  // Wished for by name: refused with the same words.
  expect(
    await answer('translate.lines', { lines: [sentence], language: 'de', model: broken.id }),
  ).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(message) },
  });
  // Not wished for: passed over, and the mini model, which covers this sentence, does it.
  expect(await call('translate.lines', { lines: [sentence], language: 'de' })).toEqual([
    'On Monday, the police counted 15 buses in Vienna.',
  ]);
});

test.skipIf(process.platform === 'win32')(
  'a model that cannot be looked at does not close the library',
  async () => {
    const { call } = await withModel((folder) => {
      rmSync(join(folder, 'config.json'));
      symlinkSync('config.json', join(folder, 'config.json'));
    });
    const [result] = await call('library.import', { files: [file('a.txt', sentence)] });
    expect(result?.status).toBe('imported');
    expect(await call('library.list', {})).toHaveLength(1);
  },
);
