import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MANIFEST_FILE, readManifest, serialise } from '../../../models/installation/manifest.ts';
import { verifyModel } from '../../../models/installation/verify.ts';
import { folderWith, install, mini } from '../../support/installing.ts';
import { temporaryFolder } from '../../support/library.ts';

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
