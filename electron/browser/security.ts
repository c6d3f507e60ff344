import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The addresses under which this server may be spoken to: another name is a DNS-rebinding attempt. */
export const ownHosts = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

export const isOwnHost = (headers: IncomingHttpHeaders, port: number): boolean =>
  headers.host !== undefined && ownHosts(port).includes(headers.host);

/** A page of another origin can open sockets to loopback too; browsers tell on it by this header. */
export const isOwnOrigin = (headers: IncomingHttpHeaders, port: number): boolean =>
  headers.origin !== undefined && ownHosts(port).some((host) => headers.origin === `http://${host}`);

/** Looks for `token.<token>` among the socket's subprotocols, in constant time. */
export const hasToken = (headers: IncomingHttpHeaders, token: string): boolean =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .some((protocol) => isSame(protocol.trim(), `token.${token}`));

/** The same for a request. */
export const hasBearerToken = ({ authorization = '' }: IncomingHttpHeaders, token: string): boolean =>
  isSame(authorization, `Bearer ${token}`);

function isSame(offered: string, expected: string): boolean {
  const given = Buffer.from(offered);
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
