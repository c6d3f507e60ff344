/** Room on the disk, manners towards the hub, other processes, proxies, and repair. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MANIFEST_FILE, readManifest } from '../../../models/installation/manifest.ts';
import { verifyModel } from '../../../models/installation/verify.ts';
import { COMMIT, type Reply } from '../../support/hub.ts';
import { REPOSITORY, ENCODER, setUp, isEncoder, gets, wrong } from '../../support/hub-attempt.ts';

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
