import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveBrowser } from '../../../electron/browser/server.ts';
import { folders } from '../../../electron/folders.ts';
import { openWorkbench } from '../../../electron/workbench/open.ts';
import { filesBelow, zip } from '../../support/archives.ts';
import { calling, overSocket, ownHome, TOKEN, until } from '../../support/hosts.ts';

const mini = join(import.meta.dirname, '../../../models/mini/weights');

async function server(options: { silenceMs?: number } = {}) {
  const home = ownHome();
  const workbench = openWorkbench(folders());
  const { port, close } = await serveBrowser(workbench, {
    page: join(home, 'page'),
    port: 0,
    token: TOKEN,
    ...options,
  });
  onTestFinished(async () => {
    await close();
    await workbench.close();
  });
  return { port, models: join(home, 'models'), uploads: join(home, 'models/.incoming/uploads') };
}

interface Sending {
  body?: Buffer;
  method?: string;
  headers?: Record<string, string>;
  /** Breaks off after the body, before what was announced. */
  breaksOff?: boolean;
}

const send = (
  port: number,
  path: string,
  { body = Buffer.from('x'), method = 'POST', headers, breaksOff }: Sending = {},
) =>
  new Promise<{ status: number; answer: { path?: string; code?: string; message?: string } }>(
    (resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          headers: {
            origin: `http://127.0.0.1:${port}`,
            authorization: `Bearer ${TOKEN}`,
            'content-length': String(body.length),
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.on('data', (part) => (text += String(part)));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, answer: JSON.parse(text) as object }),
          );
        },
      );
      sent.on('error', reject);
      if (breaksOff) sent.write(body, () => setTimeout(() => sent.destroy(new Error('broken off')), 50));
      else sent.end(body);
    },
  );

test('a folder that a browser hands over is installed, and the upload is thrown away', async () => {
  const { port, models, uploads } = await server();
  const call = calling(await overSocket(port));
  const id = randomUUID();
  const paths = new Set<string | undefined>();
  for (const { name, bytes } of filesBelow(mini, 'opus-mt-de-en')) {
    const { status, answer } = await send(port, `/api/uploads/${id}/${name}`, { body: bytes });
    expect(status).toBe(200);
    paths.add(answer.path);
  }
  expect([...paths]).toEqual([join(uploads, id, 'opus-mt-de-en')]);
  await call('models.installFrom', { path: [...paths][0]! });
  await until(async () => (await call('models.list', {})).downloads.length === 0);
  expect((await call('models.list', {})).installed[0]).toMatchObject({ id: 'opus-mt-de-en', problem: null });
  expect(readFileSync(join(models, 'opus-mt-de-en/tokenizer.json'))).toEqual(
    readFileSync(join(mini, 'tokenizer.json')),
  );
  expect(readdirSync(uploads)).toEqual([]);
});

test('an archive, under a name with letters of all kinds; a failed one is thrown away, too', async () => {
  const { port, uploads } = await server();
  const call = calling(await overSocket(port));
  const name = encodeURIComponent('opus-mt-de-en (žlutý kůň).zip');
  const good = await send(port, `/api/uploads/${randomUUID()}/${name}`, {
    body: zip(filesBelow(mini, 'opus-mt-de-en')),
  });
  await call('models.installFrom', { path: good.answer.path! });
  await until(async () => (await call('models.list', {})).downloads.length === 0);
  expect((await call('models.list', {})).installed[0]!.id).toBe('opus-mt-de-en');

  const bad = await send(port, `/api/uploads/${randomUUID()}/x.zip`, { body: Buffer.from('PK nonsense') });
  await call('models.installFrom', { path: bad.answer.path! });
  await until(async () => (await call('models.list', {})).downloads[0]?.state === 'failed');
  expect((await call('models.list', {})).downloads[0]!.error!.code).toBe('archive.damaged');
  expect(readdirSync(uploads)).toEqual([]);
});

test.each<[string, Sending['headers']]>([
  ['without the token', { authorization: '' }],
  ['with the token of an earlier launch', { authorization: 'Bearer wrong' }],
  ['from another page', { origin: 'https://evil.example' }],
  ['from a sandboxed page', { origin: 'null' }],
  ['for another host', { host: 'evil.example' }],
])('%s nothing is taken', async (_name, headers) => {
  const { port, uploads } = await server();
  expect((await send(port, `/api/uploads/${randomUUID()}/x.zip`, { headers: headers! })).status).toBe(403);
  expect(existsSync(uploads)).toBe(false);
});

test.each([
  '/api/uploads/x.zip',
  '/api/uploads/not-an-id/x.zip',
  `/api/uploads/${randomUUID()}/`,
  `/api/uploads/${randomUUID()}/../../../evil`,
  `/api/uploads/${randomUUID()}/..%2f..%2fevil`,
  `/api/uploads/${randomUUID()}/a/%2e%2e/%2e%2e/evil`,
  `/api/uploads/${randomUUID()}/..%5cevil`,
  `/api/uploads/${randomUUID()}/%00`,
  `/api/uploads/${randomUUID()}/%`,
  `/api/uploads/${randomUUID()}/.hidden`,
  `/api/uploads/${randomUUID()}/C:evil`,
])('%s is no place for a file', async (path) => {
  const { port, uploads } = await server();
  expect(await send(port, path)).toMatchObject({ status: 400, answer: { code: 'upload.invalid' } });
  expect(existsSync(uploads)).toBe(false);
});

test('what no model can be is refused before it is sent, what no disk can hold, too', async () => {
  const { port } = await server();
  const claim = (bytes: string) => ({
    headers: { 'content-length': bytes },
    body: Buffer.alloc(10),
    breaksOff: true,
  });
  const path = () => `/api/uploads/${randomUUID()}/x.zip`;
  expect(await send(port, path(), claim('999999999999999'))).toMatchObject({
    answer: { code: 'upload.too-large' },
  });
  expect((await send(port, path(), { method: 'PUT' })).status).toBe(405);
});

test('a window that goes away in the middle leaves nothing half', async () => {
  const { port, uploads } = await server();
  const id = randomUUID();
  const sending = { body: Buffer.alloc(100_000), headers: { 'content-length': '200000' }, breaksOff: true };
  await expect(send(port, `/api/uploads/${id}/x.zip`, sending)).rejects.toThrow(
    /broken off|hang up|ECONNRESET/,
  );
  await until(() => existsSync(join(uploads, id)) && readdirSync(join(uploads, id)).length === 0);
});

test('a window that falls silent in the middle is given up, and leaves nothing half; one that listens is not', async () => {
  const { port, uploads } = await server({ silenceMs: 300 });
  const listening = await overSocket(port);
  const id = randomUUID();
  const sending = { body: Buffer.alloc(100_000), headers: { 'content-length': '200000' } };
  const fallenSilent = new Promise((resolve, reject) => {
    const { body, headers } = sending;
    const origin = `http://127.0.0.1:${port}`;
    const path = `/api/uploads/${id}/x.zip`;
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { origin, authorization: `Bearer ${TOKEN}`, ...headers },
    });
    sent.on('error', reject).on('response', resolve).write(body);
  });
  await expect(fallenSilent).rejects.toThrow(/hang up|ECONNRESET/);
  await until(() => existsSync(join(uploads, id)) && readdirSync(join(uploads, id)).length === 0);
  expect(await calling(listening)('library.list', {})).toEqual([]);
});

test('what has come is thrown away when the rest does not, and nothing else', async () => {
  const { port, uploads } = await server();
  const [mine, other] = [randomUUID(), randomUUID()];
  for (const id of [mine, other]) await send(port, `/api/uploads/${id}/m/config.json`);
  const gone = { method: 'DELETE', body: Buffer.alloc(0) };
  expect(await send(port, `/api/uploads/${mine}`, gone)).toEqual({ status: 200, answer: {} });
  for (const id of ['', '..', '%2e%2e', `${other}/m`, `../uploads/${other}`])
    expect((await send(port, `/api/uploads/${id}`, gone)).status).toBe(400);
  const stranger = { ...gone, headers: { authorization: 'Bearer no' } };
  expect((await send(port, `/api/uploads/${other}`, stranger)).status).toBe(403);
  expect(readdirSync(uploads)).toEqual([other]);
});

test('what was never installed is thrown away a day later', async () => {
  const { port, uploads } = await server();
  const [old, young] = [randomUUID(), randomUUID()];
  for (const id of [old, young]) await send(port, `/api/uploads/${id}/x.zip`);
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(join(uploads, old), yesterday, yesterday);
  await openWorkbench(folders(':memory:')).close();
  expect(readdirSync(uploads)).toEqual([young]);
  expect(statSync(join(uploads, young, 'x.zip')).size).toBe(1);
});
