/**
 * Loaded into every process of a test (NODE_OPTIONS=--import): no socket leaves this machine.
 * Attempts fail, and each is also noted in the file named by BITEXT_TEST_CONNECTIONS, so that a test sees
 * even one whose failure was swallowed.
 */
import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { Socket, type SocketConnectOpts } from 'node:net';

const isLoopback = (host: string | undefined) =>
  host === undefined || /^(?:127\.|localhost$|::1$)/.test(host);

function refuse(host: string): never {
  const file = process.env['BITEXT_TEST_CONNECTIONS'];
  if (file) appendFileSync(file, `${host}\n`);
  throw new Error(`A connection to ${host} was attempted.`);
}

// Every TCP connection of Node, fetch's included, goes by here.
const connect = Reflect.get(Socket.prototype, 'connect') as (...values: unknown[]) => Socket;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  // Internally the arguments come as one array of [options, callback].
  const [first] = (Array.isArray(args[0]) ? args[0] : args) as [SocketConnectOpts | number | string, string?];
  const host =
    typeof first === 'object'
      ? 'host' in first
        ? first.host
        : undefined
      : typeof args[1] === 'string'
        ? args[1]
        : undefined;
  if (!isLoopback(host)) refuse(host ?? '');
  return connect.apply(this, args);
};

const lookup = dns.lookup;
Object.assign(dns, {
  lookup: (host: string, ...rest: never[]) =>
    isLoopback(host) ? (lookup as (...values: unknown[]) => void)(host, ...rest) : refuse(host),
});
Object.assign(dgram, { createSocket: () => refuse('a datagram socket') });
