/**
 * A model hub on this machine that behaves as the real one does: resolve addresses, large files by way of a second host with a
 * signed address, `X-Linked-*` headers, ranges, and all that can go wrong between.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { join, relative, sep } from 'node:path';
import { onTestFinished } from 'vitest';

export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** A request, as the hub or the host behind it saw it. */
export interface Seen {
  host: 'hub' | 'cdn';
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
}

export type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** Something that goes wrong: asked for every request; what it returns takes the place of the usual answer. */
export type Fault = (seen: Seen, usual: Reply) => Reply | undefined | void;

export interface Hub {
  url: string;
  /** Files by `<repository>/<path>`; to be changed at will. */
  files: Map<string, Buffer>;
  seen: Seen[];
  /** What goes wrong from now on. */
  fault: Fault;
  /** Whether this file is kept on the second host, as the real hub does with large ones. */
  isLarge: (path: string) => boolean;
  cdn: string;
}

/** For the length of a test. @param models `<repository>` → a folder with its files */
export async function startHub(models: Record<string, string>): Promise<Hub> {
  const hub = await openHub(models);
  onTestFinished(hub.close);
  return hub;
}

/** The same outside a test; the caller closes it. */
export async function openHub(models: Record<string, string>): Promise<Hub & { close: () => Promise<void> }> {
  const files = new Map<string, Buffer>();
  for (const [repository, folder] of Object.entries(models)) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      files.set(`${repository}/${relative(folder, file).split(sep).join('/')}`, readFileSync(file));
    }
  }
  const hub: Hub = {
    url: '',
    cdn: '',
    files,
    seen: [],
    fault: () => {},
    isLarge: (path) => path.endsWith('.onnx') || path.endsWith('tokenizer.json'),
  };
  const serve =
    (host: Seen['host'], usual: Reply): Reply =>
    (request, response) => {
      const { method = '', url = '', headers } = request;
      const seen = { host, method, path: url, headers };
      hub.seen.push(seen);
      (hub.fault(seen, usual) ?? usual)(request, response);
    };
  const second = await listen(serve('cdn', (request, response) => cdn(hub, request, response)));
  const first = await listen(serve('hub', (request, response) => resolve(hub, request, response)));
  hub.cdn = second.url;
  hub.url = first.url;
  return Object.assign(hub, { close: () => Promise.all([first.close(), second.close()]).then(() => {}) });
}

async function listen(reply: Reply): Promise<{ url: string; close: () => Promise<unknown> }> {
  const server: Server = createServer(reply);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(done));
    },
  };
}

/** `/{owner}/{name}/resolve/{revision}/{path}`; a small file is answered here, a large one sent on. */
function resolve(hub: Hub, request: IncomingMessage, response: ServerResponse): void {
  const [, repository, , path] = /^\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/u.exec(request.url ?? '') ?? [];
  const name = `${repository}/${decodeURIComponent(path ?? '')}`;
  const bytes = hub.files.get(name);
  if (!bytes) {
    // The real one: 401 for a repository that is not there (or not public), 404 for a file.
    const isKnown = [...hub.files.keys()].some((file) => file.startsWith(`${repository}/`));
    response
      .writeHead(isKnown ? 404 : 401, { 'x-error-code': isKnown ? 'EntryNotFound' : 'RepoNotFound' })
      .end();
    return;
  }
  const common = { 'x-repo-commit': COMMIT, 'accept-ranges': 'bytes' };
  if (!hub.isLarge(name)) {
    send(request, response, bytes, {
      ...common,
      etag: `"${gitBlob(bytes)}"`,
      'content-type': 'text/plain; charset=utf-8',
    });
    return;
  }
  const sha256 = sha(bytes);
  response
    .writeHead(302, {
      ...common,
      location: `${hub.cdn}/repos/${sha256}?X-Amz-Signature=${sha256.slice(0, 16)}&file=${encodeURIComponent(name)}`,
      'x-linked-etag': `"${sha256}"`,
      'x-linked-size': String(bytes.length),
      etag: `"${sha256}"`,
      'content-type': 'text/plain',
    })
    .end(request.method === 'HEAD' ? undefined : 'Found. Redirecting');
}

function cdn(hub: Hub, request: IncomingMessage, response: ServerResponse): void {
  const name = new URL(request.url ?? '', hub.cdn).searchParams.get('file') ?? '';
  const bytes = hub.files.get(name);
  if (!bytes) return void response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
  send(request, response, bytes, {
    etag: `"${md5(bytes)}-2"`,
    'accept-ranges': 'bytes',
    'content-type': 'binary/octet-stream',
  });
}

/** With ranges, as RFC 9110 has them. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  headers: Record<string, string>,
): void {
  const from = Number(/^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
  const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === headers['etag'];
  if (!Number.isNaN(from) && isSame) {
    if (from >= bytes.length) {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes.length}` }).end();
      return;
    }
    const rest = bytes.subarray(from);
    response.writeHead(206, {
      ...headers,
      'content-length': rest.length,
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    });
    response.end(request.method === 'HEAD' ? undefined : rest);
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Large files come to the half, and from there on a kilobyte at a time, until the rest may come at once. */
export const dripping =
  (hub: Hub, isOver: () => boolean = () => false): Fault =>
  ({ host, method, headers }) => {
    if (host !== 'cdn' || method !== 'GET' || headers.range || isOver()) return undefined;
    return (request, response) => {
      const bytes = hub.files.get(new URL(request.url ?? '', hub.cdn).searchParams.get('file') ?? '');
      if (!bytes) return;
      response.writeHead(200, { 'content-length': bytes.length, etag: `"${md5(bytes)}-2"` });
      let at = bytes.length >> 1;
      response.write(bytes.subarray(0, at));
      const drip = setInterval(() => {
        if (isOver()) response.end(bytes.subarray(at));
        else response.write(bytes.subarray(at, (at += 1024)));
        if (isOver()) clearInterval(drip);
      }, 200);
      response.on('close', () => clearInterval(drip));
    };
  };

export const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
/** What the hub names small files by. */
const gitBlob = (bytes: Buffer): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
