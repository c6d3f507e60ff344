import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { InputError } from '../../models/errors.ts';
import { contentSecurityPolicy, pageFile } from '../page.ts';
import { serveWindow } from '../wire.ts';
import type { OpenWorkbench } from '../workbench/open.ts';
import { hasToken, isOwnHost, isOwnOrigin, ownHosts } from './security.ts';
import { receiveUpload, UPLOADS } from './uploads.ts';

/** A window that shows another launch's address is told so by this close code. */
export const WRONG_TOKEN = 4401;

/** The largest message a window may send: an import of several files of 10 MB in base64. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

export interface BrowserServer {
  port: number;
  close: () => Promise<void>;
}

export interface BrowserOptions {
  /** Folder of the built window. */
  page: string;
  /** 0 for any free one. */
  port: number;
  token: string;
  /** A request without a single byte for so long is over. Default 2 minutes. */
  silenceMs?: number;
}

/**
 * The workbench over loopback: the window's files by HTTP, calls and events by WebSocket at `/api`.
 * Files hold no data and need no token; the socket, and uploads of models, need the right host, the right origin and the token.
 *
 * @throws InputError `port.taken`
 */
export async function serveBrowser(
  workbench: OpenWorkbench,
  { page, port: wished, token, silenceMs = 120_000 }: BrowserOptions,
): Promise<BrowserServer> {
  const server = createServer((request, response) => {
    if (path(request).startsWith(UPLOADS))
      void receiveUpload(request, response, { models: workbench.modelsFolder, port: port(), token });
    else void answer(request, response, page, port());
  });
  // A model over a slow disk takes longer than the five minutes that Node gives a request; silence still ends it.
  server.requestTimeout = 0;
  server.timeout = silenceMs;
  const port = () => (server.address() as AddressInfo).port;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has('bitext') ? 'bitext' : false),
  });

  server.on('upgrade', (request, socket, head) => {
    // From here on Node listens no more: a connection that breaks off, in the middle of a refusal too, is over,
    // and must not end the process.
    socket.on('error', () => {});
    if (
      path(request) !== '/api' ||
      !isOwnHost(request.headers, port()) ||
      !isOwnOrigin(request.headers, port())
    ) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (window) => {
      // Before anything else: whoever has no token yet can send nonsense, too.
      window.on('error', () => window.terminate());
      if (hasToken(request.headers, token)) connect(workbench, window);
      else window.close(WRONG_TOKEN, 'This page belongs to an earlier launch.');
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new InputError(
              'port.taken',
              `Port ${wished} is in use or not allowed. Choose another one with --port.`,
            )
          : error,
      ),
    );
    server.listen(wished, '127.0.0.1', resolve);
  });

  return {
    port: port(),
    async close() {
      for (const window of sockets.clients) window.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function connect(workbench: OpenWorkbench, window: WebSocket): void {
  const { receive, close } = serveWindow(workbench, (reply) => {
    if (window.readyState === window.OPEN) window.send(JSON.stringify(reply));
  });
  window.on('message', (data) => receive(parse((data as Buffer).toString())));
  window.on('close', close);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  page: string,
  port: number,
): Promise<void> {
  const refuse = (status: number) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end();
  if (!isOwnHost(request.headers, port)) return void refuse(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return void refuse(405);
  const file = await pageFile(page, path(request));
  if (!file) return void refuse(404);
  response.writeHead(200, {
    'Content-Type': file.type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // 'self' does not cover ws: in every browser; the socket's addresses are named.
    'Content-Security-Policy': contentSecurityPolicy(file.nonce ?? '', [
      `'self'`,
      ...ownHosts(port).map((host) => `ws://${host}`),
    ]),
  });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

/** The path asked for, without query; a URL that cannot be read asks for nothing. */
const path = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? '';
