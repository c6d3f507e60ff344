import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tarGz, zip } from '../../support/archives.ts';
import { install, model, put } from '../../support/installing.ts';
import { temporaryFolder } from '../../support/library.ts';

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
