import { rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedModels } from '../../../../models/translation/installed.ts';
import { loadTranslator } from '../../../../models/translation/load.ts';
import { modelsFolder, putModel } from './model-folder.ts';

test('a model that is replaced while it is loaded is not used: it would be half of each', async () => {
  const models = modelsFolder();
  const folder = putModel(models, 'opus-mt-de-en');
  const [model] = installedModels(models);
  const loading = loadTranslator(model!, { threads: 1 });
  utimesSync(join(folder, 'onnx/decoder_model_merged_quantized.onnx'), 1, 1);
  await expect(loading).rejects.toMatchObject({ code: 'model.changed' });
  const translator = await loadTranslator(model!, { threads: 1 });
  await translator.close();
});

test('a file that cannot be looked at any more is told, with its path', async () => {
  const models = modelsFolder();
  const file = join(putModel(models, 'opus-mt-de-en'), 'onnx/decoder_model_merged_quantized.onnx');
  const [model] = installedModels(models);
  rmSync(file);
  symlinkSync(file, file);
  await expect(loadTranslator(model!)).rejects.toMatchObject({
    code: 'model.unreadable',
    message: expect.stringContaining('ELOOP'),
  });
});
