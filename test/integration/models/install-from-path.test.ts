import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { thisOwner } from '../../../electron/workbench/owner.ts';
import { installFromPath } from '../../../models/installation/install-from-path.ts';
import { MANIFEST_FILE, readManifest, serialise } from '../../../models/installation/manifest.ts';
import { packModels } from '../../../models/installation/pack.ts';
import { verifyModel } from '../../../models/installation/verify.ts';
import { filesBelow, tarGz, zip, type ArchiveFile } from '../../support/archives.ts';
import { temporaryFolder } from '../../support/library.ts';

const mini = join(import.meta.dirname, '../../../models/mini/weights');

async function install(path: string, options: { free?: () => number; models?: string; id?: string } = {}) {
  const { models = temporaryFolder(), id, ...rest } = options;
  const ids = await installFromPath(path, {
    models,
    owner: thisOwner,
    signal: new AbortController().signal,
    admit: ({ repository, name }) => ({ id: id ?? repository ?? name, name }),
    ...rest,
  });
  for (const one of ids) await verifyModel({ name: one, folder: join(models, one), embedded: false });
  expect(readdirSync(join(models, '.incoming'))).toEqual([]);
  return { models, ids };
}

/** A file of these bytes. */
function put(name: string, bytes: Buffer): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

function folderWith(id: string): string {
  const folder = temporaryFolder();
  cpSync(mini, join(folder, id), { recursive: true });
  return folder;
}

const model = (under: string): ArchiveFile[] => filesBelow(mini, under);

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

const config = { name: 'm/config.json', bytes: Buffer.from('{}') };
const zeros = Buffer.alloc(80_000_000);

test.each<[string, () => string | Promise<string>, string, RegExp]>([
  ['nothing', () => join(temporaryFolder(), 'gone'), 'file.missing', /nothing at/],
  ['an empty folder', () => temporaryFolder(), 'model.none-found', /no model in/],
  ['a text', () => put('x.zip', Buffer.from('hello')), 'archive.unknown', /x\.zip is neither/],
  ['an empty file', () => put('x.zip', Buffer.alloc(0)), 'archive.unknown', /x\.zip/],
  [
    'a zip without a model',
    () => put('x.zip', zip([{ name: 'a.txt', bytes: Buffer.from('a') }])),
    'model.none-found',
    /no model in x/,
  ],
  [
    'a zip that is cut off',
    () => put('x.zip', zip(model('m')).subarray(0, 300_000)),
    'archive.damaged',
    /x\.zip is damaged/,
  ],
  [
    'a tar.gz that is cut off',
    async () => put('x.tgz', (await tarGz(model('m'))).subarray(0, 300_000)),
    'archive.damaged',
    /x\.tgz is damaged/,
  ],
  [
    'a way out of the folder (zip)',
    () => put('x.zip', zip([{ ...config, name: '../../config.json' }])),
    'archive.unsafe',
    /outside/,
  ],
  [
    'an absolute path (zip)',
    () => put('x.zip', zip([{ ...config, name: '/etc/config.json' }])),
    'archive.unsafe',
    /outside/,
  ],
  [
    'a way out by backslashes (zip)',
    () => put('x.zip', zip([{ ...config, name: '..\\config.json' }])),
    'archive.unsafe',
    /outside/,
  ],
  [
    'a way out of the folder (tar)',
    async () => put('x.tgz', await tarGz([{ ...config, name: 'm/../../config.json' }])),
    'archive.unsafe',
    /outside/,
  ],
  [
    'an absolute path (tar)',
    async () => put('x.tgz', await tarGz([{ ...config, name: '/config.json' }])),
    'archive.unsafe',
    /outside/,
  ],
  [
    'a link (zip)',
    () => put('x.zip', zip([{ ...config, mode: 0o120777, bytes: Buffer.from('/etc/passwd') }])),
    'archive.link',
    /config\.json.*is a link/,
  ],
  [
    'a link (tar)',
    async () =>
      put(
        'x.tgz',
        await tarGz([
          {
            name: 'm/config.json',
            bytes: Buffer.alloc(0),
            header: { type: 'symlink', linkname: '/etc/passwd' },
          },
        ]),
      ),
    'archive.link',
    /is a link/,
  ],
  [
    'a hard link (tar)',
    async () =>
      put(
        'x.tgz',
        await tarGz([
          {
            name: 'm/config.json',
            bytes: Buffer.alloc(0),
            header: { type: 'link', linkname: '/etc/passwd' },
          },
        ]),
      ),
    'archive.link',
    /is a link/,
  ],
  ['a password', () => put('x.zip', zip([{ ...config, encrypted: true }])), 'archive.encrypted', /password/],
  [
    'a bomb (zip)',
    () => put('x.zip', zip([{ name: 'm/config.json', bytes: zeros }])),
    'archive.too-large',
    /100 times its size/,
  ],
  [
    'a bomb (tar), in a file that is not wanted',
    async () => put('x.tgz', await tarGz([{ name: 'x', bytes: zeros }])),
    'archive.too-large',
    /100 times/,
  ],
  [
    'a lie about a size (zip)',
    () => put('x.zip', zip([{ ...config, bytes: zeros, claimedBytes: 100 }])),
    'archive.damaged',
    /damaged/,
  ],
  [
    'very many files',
    () =>
      put(
        'x.zip',
        zip(Array.from({ length: 10_001 }, (_, index) => ({ name: `m/${index}`, bytes: Buffer.alloc(0) }))),
      ),
    'archive.too-large',
    /more than 10000 files/,
  ],
  [
    'a model without a tokenizer',
    () => put('x.zip', zip(model('m').filter(({ name }) => !name.endsWith('tokenizer.json')))),
    'model.missing-file',
    /tokenizer\.json/,
  ],
  [
    'a web page in place of the networks',
    () =>
      put(
        'x.zip',
        zip(
          model('m').map((file) =>
            file.name.endsWith('.onnx') ? { ...file, bytes: Buffer.from('<!doctype html>') } : file,
          ),
        ),
      ),
    'model.damaged',
    /web page/,
  ],
])('%s is refused, and nothing is left of it', async (_name, make, code, message) => {
  const models = temporaryFolder();
  await expect(install(await make(), { models })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
  expect(readdirSync(models).filter((name) => name !== '.incoming')).toEqual([]);
  mkdirSync(join(models, '.incoming'), { recursive: true });
  expect(readdirSync(join(models, '.incoming'))).toEqual([]);
});

test('no room is told before anything is copied', async () => {
  const models = temporaryFolder();
  const path = join(folderWith('opus-mt-de-en'), 'opus-mt-de-en');
  await expect(install(path, { models, free: () => 1000 })).rejects.toMatchObject({ code: 'disk.room' });
  await expect(install(put('x.zip', zip(model('m'))), { models, free: () => 1000 })).rejects.toMatchObject({
    code: 'disk.room',
  });
});

// ── Packed for another machine ───────────────────────────────────────────────────────────────────────────────

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

/** A model on a stick that says where it came from. */
async function stickSaying(repository: string): Promise<string> {
  const folder = join(folderWith('anything'), 'anything');
  const manifest = await verifyModel({ name: 'it', folder, embedded: false });
  writeFileSync(join(folder, MANIFEST_FILE), serialise({ ...manifest, repository }));
  return folder;
}

test.each(['Xenova', 'Xenova/opus-mt-de-en/onnx', '.incoming/x', '../x', 'a/..', `${'x'.repeat(200)}/y`])(
  'a stick that says its model is called %s takes the place of no other',
  async (repository) => {
    const models = temporaryFolder();
    cpSync(mini, join(models, 'Xenova/opus-mt-de-en'), { recursive: true });
    const { ids } = await install(await stickSaying(repository), { models });
    expect(ids).toEqual(['anything']);
    await verifyModel({ name: 'it', folder: join(models, 'Xenova/opus-mt-de-en'), embedded: false });
  },
);

test.each([
  [
    'a model called like the maker of others',
    'Xenova/opus-mt-de-en',
    'Xenova',
    /holds other models.*opus-mt-de-en/,
  ],
  ['a model below another one', 'Xenova', 'Xenova/opus-mt-de-en', /is a model itself/],
])('%s is refused, and what is there stays', async (_name, there, id, message) => {
  const models = temporaryFolder();
  cpSync(mini, join(models, there), { recursive: true });
  await expect(install(join(folderWith(id), id), { models, id })).rejects.toMatchObject({
    code: 'model.place',
    message: expect.stringMatching(message),
  });
  await verifyModel({ name: 'it', folder: join(models, there), embedded: false });
});

test('a folder with something else than a model is not thrown away for one', async () => {
  const models = temporaryFolder();
  mkdirSync(join(models, 'opus-mt-de-en'));
  writeFileSync(join(models, 'opus-mt-de-en/thesis.txt'), 'years of work');
  await expect(install(join(folderWith('opus-mt-de-en'), 'opus-mt-de-en'), { models })).rejects.toMatchObject(
    { code: 'model.place' },
  );
  expect(readdirSync(join(models, 'opus-mt-de-en'))).toEqual(['thesis.txt']);
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

test.skipIf(process.platform === 'win32')(
  'a stick whose manifest names a device is refused, not read without end',
  async () => {
    const folder = await stickSaying('Xenova/opus-mt-de-en');
    const manifest = readManifest(folder, 'it')!;
    symlinkSync('/dev/zero', join(folder, 'more.json'));
    const more = { path: 'more.json', sizeBytes: 0, sha256: '0'.repeat(64) };
    writeFileSync(join(folder, MANIFEST_FILE), serialise({ ...manifest, files: [...manifest.files, more] }));
    await expect(install(folder)).rejects.toMatchObject({
      code: 'model.damaged',
      message: expect.stringContaining('more.json'),
    });
  },
);
