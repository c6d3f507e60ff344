import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { packModels } from '../../../models/installation/pack.ts';
import { verifyModel } from '../../../models/installation/verify.ts';
import { filesBelow, zip } from '../../support/archives.ts';
import { folderWith, install, put } from '../../support/installing.ts';
import { temporaryFolder } from '../../support/library.ts';

async function packed(ending: string) {
  const { models } = await install(join(folderWith('opus-mt-de-en'), 'opus-mt-de-en'));
  writeFileSync(join(models, 'opus-mt-de-en/bitext.json'), '{"source": ["de"], "name": "Ours"}');
  const one = {
    id: 'opus-mt-de-en',
    name: 'Ours',
    folder: join(models, 'opus-mt-de-en'),
    licence: 'CC-BY-NC-4.0',
  };
  return {
    one,
    written: await packModels(
      [one],
      ending === '' ? temporaryFolder() : join(temporaryFolder(), `stick${ending}`),
    ),
  };
}

test.each(['', '.tar.gz'])(
  'a stick that was packed (stick%s) is installed elsewhere, with what its owner says',
  async (ending) => {
    const { written } = await packed(ending);
    expect(basename(written.path)).toBe(ending === '' ? 'bitext-models' : 'stick.tar.gz');
    const { models, ids } = await install(written.path);
    expect(ids).toEqual(['opus-mt-de-en']);
    expect(readFileSync(join(models, 'opus-mt-de-en/bitext.json'), 'utf8')).toContain('Ours');
  },
);

test('the stick says in plain words what it is', async () => {
  const { written } = await packed('');
  const words = readFileSync(join(written.path, 'README.txt'), 'utf8');
  expect(words).toContain('opus-mt-de-en: Ours (licence: CC-BY-NC-4.0)');
  expect(words).toContain('npm run -s bitext -- models install PATH');
  expect(words).toContain('no commercial use');
});

test('a byte that changed on the stick is found, and the model that was there stays', async () => {
  const { written } = await packed('');
  const { models } = await install(written.path);
  const file = join(written.path, 'opus-mt-de-en/onnx/decoder_model_merged_quantized.onnx');
  const bytes = readFileSync(file);
  bytes[500_000]! ^= 4;
  writeFileSync(file, bytes);
  await expect(install(written.path, { models })).rejects.toMatchObject({
    code: 'model.damaged',
    message: `The copy of opus-mt-de-en that was to be installed is damaged: its file onnx/decoder_model_merged_quantized.onnx in ${join(written.path, 'opus-mt-de-en')} is not as it was when it was packed. Copy it again. Nothing was changed.`,
  });
  const archive = put('stick.zip', zip(filesBelow(written.path, 'bitext-models')));
  await expect(install(archive, { models })).rejects.toMatchObject({
    code: 'model.damaged',
    message: expect.stringContaining(`in ${archive}`),
  });
  await verifyModel({ name: 'it', folder: join(models, 'opus-mt-de-en'), embedded: false });
});

test('a second pack adds to the stick, or replaces the model of that name, and leaves the rest', async () => {
  const { one, written } = await packed('');
  const stick = join(written.path, '..');
  writeFileSync(join(written.path, 'notes.txt'), 'mine');
  const { models } = await install(join(folderWith('opus-mt-pl-en'), 'opus-mt-pl-en'));
  const folder = join(models, 'opus-mt-pl-en');
  await packModels([{ id: 'Xenova/opus-mt-pl-en', name: 'Polish', folder, licence: null }], stick);
  writeFileSync(join(written.path, 'opus-mt-de-en/config.json'), 'a bad copy');
  await packModels([one], stick);
  expect((await install(written.path)).ids.toSorted()).toEqual(['opus-mt-de-en', 'opus-mt-pl-en']);
  expect(readFileSync(join(written.path, 'notes.txt'), 'utf8')).toBe('mine');
  const words = readFileSync(join(written.path, 'README.txt'), 'utf8');
  expect(words.match(/^ {2}\S+: .*$/gmu)).toEqual([
    '  opus-mt-de-en: Ours (licence: CC-BY-NC-4.0)',
    '  Xenova/opus-mt-pl-en: Polish',
  ]);
  expect(words).toContain('no commercial use');
  expect(readdirSync(stick)).toEqual(['bitext-models']);
});

test('a folder that is not there is not made: the stick may not be connected', async () => {
  const { one } = await packed('');
  const stick = join(temporaryFolder(), 'mistyped');
  for (const path of [stick, join(stick, 'models.tar.gz')]) {
    await expect(packModels([one], path)).rejects.toMatchObject({
      code: 'pack.no-folder',
      message: expect.stringContaining(stick),
    });
  }
  await expect(packModels([one], 'stick')).rejects.toMatchObject({ code: 'pack.path' });
  expect(existsSync(stick)).toBe(false);
});

test('a damaged model is not packed, and what is there is not written over', async () => {
  const { one, written } = await packed('.tar.gz');
  await expect(packModels([one], written.path)).rejects.toMatchObject({ code: 'pack.exists' });
  const other = temporaryFolder();
  mkdirSync(join(other, 'bitext-models/opus-mt-de-en'), { recursive: true });
  writeFileSync(join(other, 'bitext-models/opus-mt-de-en/diary.txt'), 'mine');
  await expect(packModels([one], other)).rejects.toMatchObject({ code: 'pack.exists' });
  expect(readdirSync(join(other, 'bitext-models/opus-mt-de-en'))).toEqual(['diary.txt']);
  writeFileSync(join(one.folder, 'config.json'), '{}');
  const elsewhere = temporaryFolder();
  await expect(packModels([one], elsewhere)).rejects.toMatchObject({ code: 'model.damaged' });
  expect(readdirSync(elsewhere)).toEqual([]);
});
