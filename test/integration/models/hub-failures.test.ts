/** Everything that may happen between the hub and the models folder. */
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stoppedDownloads } from '../../../models/installation/stopped.ts';
import { verifyModel } from '../../../models/installation/verify.ts';
import { thisOwner } from '../../../electron/workbench/owner.ts';
import { COMMIT, sha, type Fault, type Hub } from '../../support/hub.ts';
import {
  REPOSITORY,
  ENCODER,
  setUp,
  putOld,
  gets,
  atFirst,
  always,
  status,
  to,
  encoder,
  cutAfter,
  stallAfter,
  page,
  bytesAs,
  wrong,
} from '../../support/hub-attempt.ts';

// ── What passes ──────────────────────────────────────────────────────────────────────────────────────────────

test.each<[string, Fault]>([
  ['nothing in the way', () => {}],
  [
    'the hub asks for patience (429 with Retry-After)',
    atFirst(2, 'hub', status(429, { 'retry-after': '0.02' })),
  ],
  ['the second host is away for a moment (503)', atFirst(2, 'cdn', status(503))],
  ['502, 504', atFirst(1, 'cdn', status(502))],
  ['the line is cut before the first byte', atFirst(2, 'cdn', (request) => void request.socket.destroy())],
  [
    'the line is cut in the middle, again and again, but goes on each time',
    atFirst(8, 'cdn', cutAfter(60_000)),
  ],
  ['the line goes silent in the middle', atFirst(1, 'cdn', stallAfter(200_000))],
  [
    'a relative redirection first (a repository that was renamed)',
    (seen, usual) =>
      seen.path.includes('?moved') || seen.host === 'cdn'
        ? undefined
        : (request, response) => {
            if (request.url?.startsWith('/moved')) {
              request.url = request.url.slice('/moved'.length);
              usual(request, response);
            } else status(307, { location: `/moved${request.url}` })(request, response);
          },
  ],
  ['a wrong byte on the way, once', atFirst(1, 'cdn', bytesAs(wrong))],
  ['more bytes than announced, once', atFirst(1, 'cdn', bytesAs(Buffer.concat([encoder, encoder])))],
  [
    'a second host that knows no ranges',
    (seen, usual) =>
      seen.host === 'cdn'
        ? (request, response) => {
            delete request.headers.range;
            usual(request, response);
          }
        : undefined,
  ],
  ['a mirror that answers to no HEAD', ({ method }) => (method === 'HEAD' ? status(405) : undefined)],
])('%s: the model is installed', async (_name, fault) => {
  const { install, folder, hub, models, progress } = await setUp(fault);
  putOld(folder);
  await install();
  expect(existsSync(join(folder, 'old'))).toBe(false);
  const manifest = await verifyModel({ name: 'it', folder, embedded: false });
  expect(manifest).toMatchObject({ repository: REPOSITORY, revision: COMMIT, licence: 'Apache-2.0' });
  expect(manifest.files.find(({ path }) => path === ENCODER)).toEqual({
    path: ENCODER,
    sizeBytes: encoder.length,
    sha256: sha(encoder),
  });
  expect(readdirSync(join(models, '.incoming'))).toEqual([]);
  const total = [...hub.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  expect(progress.at(-1)).toEqual({ receivedBytes: total, totalBytes: total, isChecking: true });
});

// ── What does not ────────────────────────────────────────────────────────────────────────────────────────────

test.each<[name: string, fault: Fault, code: string, message: RegExp, tries: number]>([
  ['401', always('hub', status(401)), 'hub.refused', /encoder_model.*not public.*from a folder/, 1],
  ['403 of the second host', always('cdn', status(403)), 'hub.refused', /403/, 1],
  ['404', always('hub', status(404)), 'hub.not-found', /has no onnx\/encoder_model/, 1],
  ['429 without end', always('hub', status(429, { 'retry-after': '0' })), 'hub.busy', /patience/, 3],
  ['503 without end', always('cdn', status(503)), 'hub.failing', /503.*kept/, 3],
  ['silence', always('cdn', () => {}), 'hub.stalled', /sent nothing/, 3],
  [
    'a line that is always cut at the same place',
    always('cdn', (request, response) => {
      delete request.headers.range;
      cutAfter(100_000)(request, response);
    }),
    'hub.interrupted',
    /broke again/,
    3,
  ],
  ['always a wrong byte', always('cdn', bytesAs(wrong)), 'hub.checksum', /encoder_model.*damaged, twice/, 2],
  [
    'always too short',
    always('cdn', bytesAs(encoder.subarray(0, 300_000))),
    'hub.length',
    /300000 bytes came/,
    3,
  ],
  [
    'always too long',
    always('cdn', bytesAs(Buffer.concat([encoder, encoder]))),
    'hub.length',
    /does not come as announced/,
    3,
  ],
  ['a page to sign in to', always('cdn', page), 'hub.web-page', /web page came.*sign in/, 1],
  [
    'a page that claims to be a file',
    always('cdn', bytesAs(Buffer.from('<html><body>Sign in</body></html>'))),
    'hub.web-page',
    /web page/,
    1,
  ],
  [
    'a pointer',
    always('cdn', bytesAs(Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00\n'))),
    'hub.lfs-pointer',
    /Git LFS pointer/,
    1,
  ],
  [
    'a redirection in a circle',
    always('hub', (request, response) => to(request.url ?? '')(request, response)),
    'hub.redirect',
    /circle/,
    7,
  ],
  [
    'a redirection to a file of this machine',
    always('hub', to('file:///etc/passwd')),
    'hub.redirect',
    /leads to file:/,
    1,
  ],
  [
    'a redirection to another scheme',
    always('hub', to('ftp://example.org/x')),
    'hub.redirect',
    /leads to ftp:/,
    1,
  ],
  ['a redirection to nowhere', always('hub', status(302)), 'hub.redirect', /nowhere/, 1],
  ['an answer that is none', always('hub', status(418)), 'hub.answer', /418/, 1],
])(
  '%s: a clear error, the old model untouched, the next attempt goes on',
  async (_name, fault, code, message, tries) => {
    const { install, folder, models, hub } = await setUp(fault);
    putOld(folder);
    const before = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
    await expect(install()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    // What cannot get better is not tried again; how often else depends on how far each try came.
    expect(Math.min(gets(hub, 'hub', 'encoder_model').length, tries)).toBe(tries);
    expect(gets(hub, 'hub', 'encoder_model').length).toBeLessThanOrEqual(tries === 1 ? 1 : 12);
    // Nothing half-installed, nobody's claim left.
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(before);
    expect(readdirSync(models).toSorted()).toEqual(['.incoming', 'Xenova']);
    expect(readdirSync(join(models, '.incoming')).filter((name) => name.includes('claim'))).toEqual([]);
    expect(stoppedDownloads(models, thisOwner)).toMatchObject([{ repository: REPOSITORY }]);
    // Once the trouble is over it goes on, without what is there already.
    hub.fault = () => {};
    hub.seen.length = 0;
    await install();
    await verifyModel({ name: 'it', folder, embedded: false });
    expect(existsSync(join(folder, 'old'))).toBe(false);
  },
);

test('a hub that cannot be reached is said at once', async () => {
  const { install, models } = await setUp();
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  await expect(install({ url: `http://127.0.0.1:${port}` })).rejects.toMatchObject({
    code: 'hub.unreachable',
    message: `127.0.0.1:${port} cannot be reached. Is this computer online? If not, copy the model to a stick on one that is (Models, “Copy to a stick…”), and install it from there.`,
  });
  expect(readdirSync(models)).toEqual(['.incoming']);
});

test('a sign-in page in place of the whole hub is told before anything is downloaded', async () => {
  const { install, models } = await setUp((seen) => (seen.host === 'hub' ? page : undefined));
  await expect(install()).rejects.toMatchObject({ code: 'hub.web-page' });
  expect(stoppedDownloads(models, thisOwner)).toEqual([]);
});

test('a model that is no longer there is told by its name', async () => {
  const { install, hub } = await setUp();
  hub.files.clear();
  await expect(install()).rejects.toMatchObject({
    code: 'hub.refused',
    message: expect.stringContaining(REPOSITORY),
  });
});

test('generation_config.json may be missing', async () => {
  const { install, hub, folder } = await setUp();
  hub.files.delete(`${REPOSITORY}/generation_config.json`);
  await install();
  expect((await verifyModel({ name: 'it', folder, embedded: false })).files).toHaveLength(5);
});

test.each([
  [
    'the tokenizer is missing',
    (hub: Hub) => hub.files.delete(`${REPOSITORY}/tokenizer.json`),
    'hub.not-found',
    /tokenizer\.json/,
  ],
  [
    'another kind of model',
    (hub: Hub) => hub.files.set(`${REPOSITORY}/config.json`, Buffer.from('{"model_type": "bert"}')),
    'model.unsupported',
    /bert/,
  ],
  [
    'a network that is none',
    (hub: Hub) => hub.files.set(`${REPOSITORY}/${ENCODER}`, Buffer.from('not a network')),
    'model.damaged',
    /encoder_model/,
  ],
])('%s: refused before anything is replaced', async (_name, change, code, message) => {
  const { install, hub, folder } = await setUp();
  putOld(folder);
  change(hub);
  await expect(install()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  expect(existsSync(join(folder, 'old'))).toBe(true);
});
