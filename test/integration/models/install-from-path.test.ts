import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MANIFEST_FILE } from '../../../models/installation/manifest.ts';
import { tarGz, zip } from '../../support/archives.ts';
import { folderWith, install, mini, model, put } from '../../support/installing.ts';
import { temporaryFolder } from '../../support/library.ts';

test.each<[string, () => string | Promise<string>, string[]]>([
  ['a model folder', () => join(folderWith('opus-mt-de-en'), 'opus-mt-de-en'), ['opus-mt-de-en']],
  [
    'a folder of several',
    () => {
      const folder = folderWith('opus-mt-de-en');
      cpSync(mini, join(folder, 'Xenova/opus-mt-pl-en'), { recursive: true });
      writeFileSync(join(folder, 'notes.txt'), 'x');
      return folder;
    },
    ['opus-mt-pl-en', 'opus-mt-de-en'],
  ],
  [
    "the cache of the hub's own tools",
    () => folderWith('models--Xenova--opus-mt-de-en/snapshots/0123456789abcdef'),
    ['Xenova/opus-mt-de-en'],
  ],
  ['a zip with the model in a folder', () => put('x.zip', zip(model('opus-mt-de-en'))), ['opus-mt-de-en']],
  ['a zip with the files at its top', () => put('opus-mt-de-en.zip', zip(model(''))), ['opus-mt-de-en']],
  ['a tar.gz', async () => put('x.tar.gz', await tarGz(model('opus-mt-de-en'))), ['opus-mt-de-en']],
  [
    'a tgz under another name',
    async () => put('download', await tarGz(model('./opus-mt-de-en'))),
    ['opus-mt-de-en'],
  ],
  [
    'a zip with other things beside',
    () =>
      put(
        'x.zip',
        zip([
          ...model('opus-mt-de-en'),
          { name: '__MACOSX/opus-mt-de-en/._config.json', bytes: Buffer.from('x') },
          { name: 'opus-mt-de-en/flax_model.msgpack', bytes: Buffer.alloc(1000) },
        ]),
      ),
    ['opus-mt-de-en'],
  ],
])('%s is installed', async (_name, make, ids) => {
  const { ids: installed, models } = await install(await make());
  expect(installed).toEqual(ids);
  expect(readdirSync(join(models, ids[0]!)).toSorted()).toEqual([
    MANIFEST_FILE,
    'config.json',
    'generation_config.json',
    'onnx',
    'tokenizer.json',
    'tokenizer_config.json',
  ]);
});

test.skipIf(process.platform === 'win32')("links in a folder of one's own are followed", async () => {
  const folder = folderWith('blobs');
  mkdirSync(join(folder, 'opus-mt-de-en'));
  for (const name of readdirSync(join(folder, 'blobs')))
    symlinkSync(`../blobs/${name}`, join(folder, 'opus-mt-de-en', name));
  const { models } = await install(join(folder, 'opus-mt-de-en'));
  rmSync(folder, { recursive: true });
  expect(readFileSync(join(models, 'opus-mt-de-en/config.json'), 'utf8')).toContain('marian');
});

test('no room is told before anything is copied', async () => {
  const models = temporaryFolder();
  const path = join(folderWith('opus-mt-de-en'), 'opus-mt-de-en');
  await expect(install(path, { models, free: () => 1000 })).rejects.toMatchObject({ code: 'disk.room' });
  await expect(install(put('x.zip', zip(model('m'))), { models, free: () => 1000 })).rejects.toMatchObject({
    code: 'disk.room',
  });
});

test('of the commits in a cache the one it was last brought to is installed', async () => {
  const folder = temporaryFolder();
  const cache = join(folder, 'models--Xenova--opus-mt-de-en');
  for (const commit of ['aaaa', 'bbbb', 'cccc']) {
    cpSync(mini, join(cache, 'snapshots', commit), { recursive: true });
    writeFileSync(join(cache, 'snapshots', commit, 'bitext.json'), `{"source": ["de"], "name": "${commit}"}`);
  }
  mkdirSync(join(cache, 'refs'));
  writeFileSync(join(cache, 'refs/main'), 'bbbb');
  const { models, ids } = await install(folder);
  expect(ids).toEqual(['Xenova/opus-mt-de-en']);
  expect(readFileSync(join(models, ids[0]!, 'bitext.json'), 'utf8')).toContain('bbbb');
});

test('two models with one name are not put over each other', async () => {
  const folder = folderWith('new/opus-mt-de-en');
  cpSync(mini, join(folder, 'old/opus-mt-de-en'), { recursive: true });
  await expect(install(folder)).rejects.toMatchObject({
    code: 'model.twice',
    message: expect.stringMatching(/new.opus-mt-de-en.*old.opus-mt-de-en/),
  });
});
