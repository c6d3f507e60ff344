import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../../../models/errors.ts';
import { MANIFEST_FILE } from '../../../../models/installation/manifest.ts';
import { verifyBeforeLoading, verifyModel } from '../../../../models/installation/verify.ts';
import { installedModels } from '../../../../models/translation/installed.ts';
import { loadTranslator } from '../../../../models/translation/load.ts';
import { modelsFolder, putModel } from '../translation/model-folder.ts';

/** Every file of a model whose checksums are recorded, the manifest included. */
async function recorded() {
  const models = modelsFolder();
  const folder = putModel(models, 'opus-mt-de-en');
  const model = { name: 'opus-mt-de-en', folder, embedded: false };
  await verifyModel(model);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return { models, model, files };
}

test('a flipped byte anywhere in a model is caught, and the message names the file', async () => {
  const { model, files } = await recorded();
  expect(files).toHaveLength(7);
  const anywhere = fc.record({
    file: fc.constantFrom(...files),
    place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    change: fc.integer({ min: 1, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(anywhere, async ({ file, place, change }) => {
      const right = readFileSync(file);
      const wrong = Buffer.from(right);
      wrong[Math.floor(place * wrong.length)]! ^= change;
      writeFileSync(file, wrong);
      await expect(verifyModel(model)).rejects.toMatchObject({
        code: 'model.damaged',
        message: expect.stringContaining(file.slice(model.folder.length + 1)),
      });
      writeFileSync(file, right);
    }),
    { numRuns: 60 },
  );
  await verifyModel(model);
});

test('a flipped byte anywhere in the manifest is caught: blanks, digits, braces', async () => {
  const { model } = await recorded();
  const file = join(model.folder, MANIFEST_FILE);
  const right = readFileSync(file);
  for (let at = 0; at < right.length; at++) {
    const wrong = Buffer.from(right);
    wrong[at]! ^= 1 << (at % 8);
    writeFileSync(file, wrong);
    // The manifest is read before anything else.
    await expect(verifyModel(model)).rejects.toMatchObject({ code: 'model.damaged' });
  }
});

test('the engine loads no model with a flipped byte, also when the file was right a moment ago', async () => {
  const { models, model } = await recorded();
  const [installed] = installedModels(models);
  const translator = await loadTranslator(installed!);
  await translator.close();
  const decoder = join(model.folder, 'onnx/decoder_model_merged_quantized.onnx');
  const bytes = readFileSync(decoder);
  bytes[400_000]! ^= 1;
  writeFileSync(decoder, bytes);
  await expect(loadTranslator(installed!)).rejects.toMatchObject({
    code: 'model.damaged',
    message: expect.stringContaining('decoder_model_merged_quantized.onnx'),
  });
});

test('files that did not change are not read a second time', async () => {
  const { model } = await recorded();
  const file = join(model.folder, 'config.json');
  const date = new Date('2026-11-22T09:00:00Z');
  utimesSync(file, date, date);
  await verifyBeforeLoading(model);
  // A change that leaves size and time alike is not seen by this process: the proof that nobody read the file.
  const bytes = readFileSync(file);
  bytes[20]! ^= 1;
  writeFileSync(file, bytes);
  utimesSync(file, date, date);
  await verifyBeforeLoading(model);
  await expect(verifyModel(model)).rejects.toMatchObject({ code: 'model.damaged' });
});

test('a model that was put there by hand has its checksums recorded, once', async () => {
  const models = modelsFolder();
  const folder = putModel(models, 'opus-mt-de-en');
  const model = { name: 'opus-mt-de-en', folder, embedded: false };
  const manifest = await verifyModel(model);
  expect(manifest).toMatchObject({ repository: null, revision: null });
  const { mtimeMs } = statSync(join(folder, MANIFEST_FILE));
  expect(await verifyModel(model)).toEqual(manifest);
  expect(statSync(join(folder, MANIFEST_FILE)).mtimeMs).toBe(mtimeMs);
});

test('another network beside the recorded one is not used unseen', async () => {
  const models = modelsFolder();
  const folder = putModel(models, 'opus-mt-de-en');
  const quantised = join(folder, 'onnx/encoder_model_quantized.onnx');
  const plain = join(folder, 'onnx/encoder_model.onnx');
  const bytes = readFileSync(quantised);
  renameSync(quantised, plain);
  const model = { name: 'opus-mt-de-en', folder, embedded: false };
  await verifyModel(model);
  writeFileSync(quantised, bytes);
  await expect(verifyModel(model)).rejects.toMatchObject({
    code: 'model.damaged',
    message: expect.stringContaining('encoder_model_quantized.onnx'),
  });
});

test("the app's own model is what its manifest in the repository says", async () => {
  const mini = installedModels('/nowhere').at(-1)!;
  expect(mini.embedded).toBe(true);
  expect((await verifyModel(mini)).files).toHaveLength(6);
});

test('what is no model has no checksums recorded', async () => {
  const folder = modelsFolder();
  writeFileSync(join(folder, 'config.json'), '{"model_type": "bert"}');
  await expect(verifyModel({ name: 'it', folder, embedded: false })).rejects.toBeInstanceOf(InputError);
  expect(readdirSync(folder)).toEqual(['config.json']);
});
