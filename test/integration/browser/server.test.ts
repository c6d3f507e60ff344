import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveBrowser, WRONG_TOKEN } from '../../../electron/browser/server.ts';
import { folders } from '../../../electron/folders.ts';
import { openWorkbench } from '../../../electron/workbench/open.ts';
import { browserHost, calling, overSocket, ownHome, TOKEN, until } from '../../support/hosts.ts';

async function server(): Promise<number> {
  const home = ownHome();
  const page = join(home, 'page');
  mkdirSync(page);
  writeFileSync(join(page, 'index.html'), '<title>Bitext Workbench</title>__CSP_NONCE__');
  writeFileSync(join(home, 'secret.html'), 'secret');
  const workbench = openWorkbench(folders());
  const { port, close } = await serveBrowser(workbench, { page, port: 0, token: TOKEN });
  onTestFinished(async () => {
    await close();
    await workbench.close();
  });
  return port;
}

const get = (port: number, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.on('data', (part) => (body += String(part)));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

/** How a socket ends: refused at the door, or closed with a code, or open. */
const knock = (
  port: number,
  options: { origin?: string; host?: string; protocols?: string[]; path?: string },
) =>
  new Promise<string>((resolve) => {
    const socket = new WebSocket(
      `ws://127.0.0.1:${port}${options.path ?? '/api'}`,
      options.protocols ?? ['bitext', `token.${TOKEN}`],
      {
        ...(options.origin === undefined ? {} : { origin: options.origin }),
        ...(options.host === undefined ? {} : { headers: { host: options.host } }),
      },
    );
    onTestFinished(() => socket.terminate());
    socket.on('unexpected-response', (_request, response) => resolve(`refused ${response.statusCode}`));
    socket.on('error', () => resolve('failed'));
    socket.on('close', (code) => resolve(`closed ${code}`));
    socket.on('open', () => setTimeout(() => resolve('open'), 100));
  });

test('the page comes with a strict policy, a nonce of its own and no cache', async () => {
  const port = await server();
  const { status, headers, body } = await get(port, '/');
  expect(status).toBe(200);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).not.toContain('unsafe');
  expect(body).toContain(/nonce-([^']+)/.exec(policy)![1]!);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
});

test('a request for another host name is refused: DNS rebinding', async () => {
  expect((await get(await server(), '/', { host: 'evil.example:80' })).status).toBe(403);
});

test.each([
  '/../secret.html',
  '/%2e%2e/secret.html',
  '/..%2fsecret.html',
  '/nothing.html',
  '/'.repeat(50),
  '/%',
])('%s is not there', async (path) => {
  expect((await get(await server(), path)).status).toBe(404);
});

test('only reading is possible over HTTP', async () => {
  expect((await get(await server(), '/', {}, 'POST')).status).toBe(405);
});

test('the socket opens for our page with the token', async () => {
  const port = await server();
  expect(await knock(port, { origin: `http://127.0.0.1:${port}` })).toBe('open');
  expect(await knock(port, { origin: `http://localhost:${port}`, host: `localhost:${port}` })).toBe('open');
});

test('a page of an earlier launch is told so', async () => {
  const port = await server();
  const origin = `http://127.0.0.1:${port}`;
  expect(await knock(port, { origin, protocols: ['bitext', 'token.wrong'] })).toBe(`closed ${WRONG_TOKEN}`);
  expect(await knock(port, { origin, protocols: ['bitext'] })).toBe(`closed ${WRONG_TOKEN}`);
});

test('a socket of another origin, without one, or for another host is refused', async () => {
  const port = await server();
  const origin = `http://127.0.0.1:${port}`;
  expect(await knock(port, { origin: 'https://evil.example' })).toBe('refused 403');
  expect(await knock(port, { origin: 'null' })).toBe('refused 403');
  expect(await knock(port, {})).toBe('refused 403');
  expect(await knock(port, { origin, host: 'evil.example' })).toBe('refused 403');
  expect(await knock(port, { origin, path: '/other' })).toBe('refused 403');
});

test('noise on the socket is ignored', async () => {
  const port = await server();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api`, ['bitext', `token.${TOKEN}`], {
    origin: `http://127.0.0.1:${port}`,
  });
  onTestFinished(() => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  for (const noise of ['', 'null', '{', '[]', '{"id":"x"}', '\u0000']) socket.send(noise);
  socket.send(JSON.stringify({ id: 1, method: 'app.info', input: {} }));
  const answer = await new Promise((resolve) =>
    socket.once('message', (data) => resolve(JSON.parse((data as Buffer).toString()))),
  );
  expect(answer).toMatchObject({ id: 1, answer: { ok: true } });
});

/** Whoever can reach the port, without the token: says `bytes` after an upgrade by `headers`, then breaks off. */
const assault = (port: number, headers: string[], bytes?: Buffer) =>
  new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const upgrade = [
      'GET /api HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    ];
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.write(`${upgrade.join('\r\n')}\r\n\r\n`);
    if (bytes === undefined) setImmediate(() => socket.resetAndDestroy());
    else socket.once('data', () => socket.write(bytes));
  });

const MASKED_FRAME_WITH_RESERVED_BITS = Buffer.from([0xf1, 0x80, 0, 0, 0, 0]);

test.each<[string, (port: number) => string[], Buffer?]>([
  [
    'a malformed frame under a wrong token',
    (port) => [`Origin: http://127.0.0.1:${port}`, 'Sec-WebSocket-Protocol: bitext, token.wrong'],
    MASKED_FRAME_WITH_RESERVED_BITS,
  ],
  ['a connection that is reset while it is refused', () => ['Origin: https://evil.example']],
])('%s does not end the workbench', async (_name, headers, bytes) => {
  const host = await browserHost();
  const pid = host.pid();
  for (let round = 0; round < 20; round++) await assault(host.port!, headers(host.port!), bytes);
  const window = await until(() => overSocket(host.port).catch(() => null));
  expect(await calling(window)('library.list', {})).toEqual([]);
  expect(host.pid()).toBe(pid);
});
