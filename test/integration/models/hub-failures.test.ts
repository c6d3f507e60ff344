/** Everything that may happen between the hub and the models folder. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HubClient } from '../../../models/installation/hub/client.ts';
import type { HubOptions } from '../../../models/installation/hub/options.ts';
import { installFromHub, type Progress } from '../../../models/installation/install-from-hub.ts';
import { MANIFEST_FILE, readManifest } from '../../../models/installation/manifest.ts';
import { stoppedDownloads } from '../../../models/installation/stopped.ts';
import { verifyModel } from '../../../models/installation/verify.ts';
import { wantedFrom } from '../../../models/installation/wanted.ts';
import { knownModels } from '../../../models/translation/catalogue.ts';
import { thisOwner } from '../../../electron/workbench/owner.ts';
import {
  COMMIT,
  send,
  sha,
  startHub,
  type Fault,
  type Hub,
  type Reply,
  type Seen,
} from '../../support/hub.ts';
import { temporaryFolder } from '../../support/library.ts';

const mini = join(import.meta.dirname, '../../../models/mini/weights');
const REPOSITORY = 'Xenova/opus-mt-de-en';
const ENCODER = 'onnx/encoder_model_quantized.onnx';
const wanted = wantedFrom(knownModels.find(({ repository }) => repository === REPOSITORY)!);

/** Patience of a test. */
const quick: Omit<HubOptions, 'url'> = { stallMs: 400, attempts: 3, firstPauseMs: 5, longestPauseMs: 40 };

interface Attempt {
  hub: Hub;
  models: string;
  install: (
    options?: Partial<Parameters<typeof installFromHub>[1]> & { url?: string; sha256?: string },
  ) => Promise<void>;
  folder: string;
  progress: Progress[];
}

/** A hub and an empty models folder; `install` is one attempt of a fresh process. */
async function setUp(fault: Fault = () => {}): Promise<Attempt> {
  const hub = await startHub({ [REPOSITORY]: mini });
  hub.fault = fault;
  const models = temporaryFolder();
  const progress: Progress[] = [];
  const install: Attempt['install'] = async ({ url = hub.url, sha256, ...options } = {}) => {
    const client = new HubClient({ url, ...quick });
    const files = wanted.files.map((file) => (sha256 && file.path === ENCODER ? { ...file, sha256 } : file));
    try {
      await installFromHub(
        { ...wanted, files },
        {
          models,
          client,
          owner: thisOwner,
          signal: new AbortController().signal,
          onProgress: (at) => progress.push(at),
          ...options,
        },
      );
    } finally {
      await client.close();
    }
  };
  return { hub, models, install, folder: join(models, REPOSITORY), progress };
}

/** A model that was there before: the same files and one that tells it from the new one. */
function putOld(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(mini, folder, { recursive: true });
  writeFileSync(join(folder, 'old'), 'old');
}

const isEncoder = ({ path }: Seen) => path.includes('encoder_model');
const gets = (hub: Hub, host: Seen['host'], part: string) =>
  hub.seen.filter((seen) => seen.method === 'GET' && seen.host === host && seen.path.includes(part));

/** A fault of the first so many answers for the encoder that a host gives by GET. */
const atFirst = (times: number, host: Seen['host'], reply: Reply): Fault => {
  let left = times;
  return (seen) =>
    seen.host === host && seen.method === 'GET' && isEncoder(seen) && left-- > 0 ? reply : undefined;
};
const always = (host: Seen['host'], reply: Reply): Fault => atFirst(Infinity, host, reply);

const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (_request, response) =>
    void response.writeHead(code, headers).end('no');
const to = (location: string): Reply => status(302, { location });
const encoder = readFileSync(join(mini, ENCODER));
/** Sends so many bytes of those announced and cuts the line. */
const cutAfter =
  (bytes: number): Reply =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-/u.exec(request.headers.range ?? '')?.[1] ?? 0);
    const range =
      from > 0 ? { 'content-range': `bytes ${from}-${encoder.length - 1}/${encoder.length}` } : {};
    response.writeHead(from > 0 ? 206 : 200, {
      ...range,
      etag: '"whole"',
      'content-length': encoder.length - from,
    });
    response.write(encoder.subarray(from, from + bytes), () => setTimeout(() => response.destroy(), 5));
  };
const stallAfter =
  (bytes: number): Reply =>
  (_request, response) => {
    response.writeHead(200, { etag: '"whole"', 'content-length': encoder.length });
    response.write(encoder.subarray(0, bytes));
  };
const page: Reply = (request, response) => {
  const html = Buffer.from('<!DOCTYPE html><title>Sign in to the hotel network</title>');
  send(request, response, html, { 'content-type': 'text/html; charset=utf-8' });
};
const bytesAs =
  (bytes: Buffer): Reply =>
  (request, response) =>
    send(request, response, bytes, { etag: '"other"', 'content-type': 'binary/octet-stream' });
const wrong = Buffer.from(encoder);
wrong[1234]! ^= 1;

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
    message: expect.stringContaining('Is this computer online?'),
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

// ── Going on ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Stops a first attempt when the encoder has come this far. */
async function stoppedHalfway(): Promise<Attempt> {
  const attempt = await setUp(always('cdn', stallAfter(300_000)));
  const abort = new AbortController();
  const part = join(attempt.models, '.incoming', encodeURIComponent(REPOSITORY), 'files', `${ENCODER}.part`);
  const running = attempt.install({ signal: abort.signal });
  const isThere = () => existsSync(part) && statSync(part).size >= 200_000;
  while (!isThere()) await new Promise((done) => setTimeout(done, 10));
  abort.abort(new Error('called off'));
  await expect(running).rejects.toThrow('called off');
  attempt.hub.seen.length = 0;
  attempt.hub.fault = () => {};
  return attempt;
}

test('called off in the middle, it goes on with the next byte', async () => {
  const { install, hub, models, folder } = await stoppedHalfway();
  const [left] = stoppedDownloads(models, thisOwner);
  expect(left!.receivedBytes).toBeGreaterThanOrEqual(200_000);
  // What the second host calls the file did not come with the cut answer's name: the same bytes by their SHA-256.
  hub.fault = (seen) => (seen.host === 'cdn' ? bytesWithName('"whole"') : undefined);
  await install();
  expect(gets(hub, 'cdn', 'encoder_model')[0]!.headers).toMatchObject({
    range: expect.stringMatching(/^bytes=[2-9]\d{5}-$/),
    'if-range': '"whole"',
  });
  await verifyModel({ name: 'it', folder, embedded: false });
});

/** The files of the second host under one ETag. */
const bytesWithName =
  (etag: string): Reply =>
  (request, response) => {
    const name = new URL(request.url ?? '', 'http://cdn').searchParams.get('file') ?? '';
    send(request, response, readFileSync(join(mini, name.slice(REPOSITORY.length + 1))), { etag });
  };

test('another ETag by then: from the first byte, and never a splice of two files', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  await install();
  const [first] = gets(hub, 'cdn', 'encoder_model');
  expect(first!.headers['if-range']).toBe('"whole"');
  expect(readFileSync(join(folder, ENCODER))).toEqual(encoder);
});

test('another file on the hub by then: from the first byte', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  // Another training: other bytes of the same length.
  const newer = Buffer.from(encoder);
  newer[newer.length - 1]! ^= 1;
  hub.files.set(`${REPOSITORY}/${ENCODER}`, newer);
  await install();
  expect(gets(hub, 'cdn', 'encoder_model')[0]!.headers.range).toBeUndefined();
  expect(readFileSync(join(folder, ENCODER))).toEqual(newer);
});

test('a weak ETag and no checksum: nothing to go on by', async () => {
  const attempt = await setUp();
  attempt.hub.isLarge = () => false;
  let cuts = 1;
  attempt.hub.fault = (seen) =>
    isEncoder(seen) && seen.host === 'hub'
      ? (request, response) => {
          if (seen.method === 'GET' && cuts-- > 0) {
            response.writeHead(200, { etag: 'W/"1"', 'content-length': encoder.length });
            response.write(encoder.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 5));
          } else send(request, response, encoder, { etag: 'W/"1"' });
        }
      : undefined;
  await attempt.install();
  expect(gets(attempt.hub, 'hub', 'encoder_model').map(({ headers }) => headers.range)).toEqual([
    undefined,
    undefined,
  ]);
});

test('a host that has less than we have (416) makes it begin anew', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  let refusals = 1;
  hub.fault = (seen) =>
    seen.host === 'cdn' && isEncoder(seen) && refusals-- > 0
      ? status(416, { 'content-range': 'bytes */1' })
      : undefined;
  await install();
  expect(readFileSync(join(folder, ENCODER))).toEqual(encoder);
});

test('a file that the model has no more by then does not stay', async () => {
  const { install, hub, folder } = await stoppedHalfway();
  hub.files.delete(`${REPOSITORY}/generation_config.json`);
  await install();
  expect((await verifyModel({ name: 'it', folder, embedded: false })).files).toHaveLength(5);
  expect(existsSync(join(folder, 'generation_config.json'))).toBe(false);
});

test('the catalogue knows a checksum: it counts, whatever the hub says', async () => {
  const { install, folder } = await setUp();
  putOld(folder);
  await expect(install({ sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'hub.checksum' });
  expect(existsSync(join(folder, 'old'))).toBe(true);
  await install({ sha256: sha(encoder) });
});

// ── Room, manners, others ────────────────────────────────────────────────────────────────────────────────────

test('a disk without room is told with numbers, before anything is downloaded', async () => {
  const { install, hub } = await setUp();
  await expect(install({ free: () => 100_000_000 })).rejects.toMatchObject({
    code: 'disk.room',
    message: expect.stringMatching(/needs 2 MB and 200 MB to spare.*100 MB are free/),
  });
  expect(hub.seen.every(({ method }) => method === 'HEAD')).toBe(true);
});

test('a file without an announced size and without end leaves the library its room', async () => {
  const { install, hub } = await setUp();
  const endless: Reply = (request, response) => {
    response.writeHead(200, { 'content-type': 'binary/octet-stream' });
    const more = () => {
      while (response.writable && response.write(Buffer.alloc(1_000_000, 7)));
      response.once('drain', more);
    };
    if (request.method === 'HEAD') response.end();
    else more();
  };
  hub.fault = (seen) => (isEncoder(seen) && seen.host === 'hub' ? endless : undefined);
  let asked = 0;
  const free = () => (++asked === 1 ? 1e9 : 199e6);
  await expect(install({ free })).rejects.toMatchObject({ code: 'disk.room' });
});

test('it says who it is, asks for one commit, takes few files at a time, and gives nothing away', async () => {
  const { install, hub } = await setUp();
  let open = 0;
  let most = 0;
  hub.fault = (_seen, usual) => (request, response) => {
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    setTimeout(() => usual(request, response), 20);
  };
  await install();
  expect(most).toBeLessThanOrEqual(3);
  for (const { headers } of hub.seen) {
    expect(headers['user-agent']).toMatch(/^bitext-workbench\/\d+\.\d+\.\d+ /);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('referer');
  }
  expect(gets(hub, 'hub', '').filter(({ path }) => !path.includes(`/resolve/${COMMIT}/`))).toEqual([]);
});

test('two at once: one installs it, the other is told so', async () => {
  const { install, models, folder, hub } = await setUp();
  const hold = Promise.withResolvers<void>();
  hub.fault = (_seen, usual) => (request, response) => void hold.promise.then(() => usual(request, response));
  const first = install();
  await expect(install()).rejects.toMatchObject({ code: 'model.busy' });
  hold.resolve();
  await first;
  await verifyModel({ name: 'it', folder, embedded: false });
  expect(readdirSync(join(models, '.incoming'))).toEqual([]);
});

test('the proxy of the environment is used, but not for what NO_PROXY names', async () => {
  const through: string[] = [];
  const proxy = createServer((client) => {
    client.once('data', (head) => {
      through.push(/^CONNECT (\S+)/u.exec(head.toString())?.[1] ?? head.toString());
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    });
    client.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await new Promise((done) => proxy.once('listening', done));
  onTestFinished(() => void proxy.close());
  const { install, hub } = await setUp();
  const { port } = proxy.address() as { port: number };
  environment({ http_proxy: `http://127.0.0.1:${port}`, no_proxy: '' });
  await expect(install()).rejects.toMatchObject({ code: 'hub.proxy' });
  expect(through).toContain(new URL(hub.url).host);
  environment({ http_proxy: `http://127.0.0.1:${port}`, no_proxy: '127.0.0.1' });
  await install();
});

function environment(values: Record<string, string>): void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  onTestFinished(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}

test('repair fetches only the files that are wrong', async () => {
  const { install, hub, folder } = await setUp();
  await install();
  const manifest = readManifest(folder, 'it')!;
  writeFileSync(join(folder, ENCODER), wrong);
  rmSync(join(folder, 'tokenizer.json'));
  hub.seen.length = 0;
  await install({ seeds: folder });
  await verifyModel({ name: 'it', folder, embedded: false });
  expect(gets(hub, 'cdn', '').map(({ path }) => new URL(path, hub.cdn).searchParams.get('file'))).toEqual([
    `${REPOSITORY}/tokenizer.json`,
    `${REPOSITORY}/${ENCODER}`,
  ]);
  expect(readManifest(folder, 'it')!.files).toEqual(manifest.files);
  expect(existsSync(join(folder, MANIFEST_FILE))).toBe(true);
});
