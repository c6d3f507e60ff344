import type { Answer, Event } from '../../electron/contract.ts';
import { Outbox } from './outbox.ts';
import type { Connection, Transport } from './transport.ts';

type Incoming = { id: number; answer: Answer<unknown> } | { event: Event };

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 3000;
/** Close codes: ours for a wrong token, the protocol's for a message that is too large. */
const WRONG_TOKEN = 4401;
const TOO_LARGE = 1009;

/** How long to wait before the n-th attempt (from 0) to reach the workbench again, in milliseconds. */
export const retryDelay = (attempt: number): number => Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS);

/**
 * The browser host's way: one WebSocket to the server that the page came from, opened anew for as long as it takes.
 *
 * @param token null when the page was opened without one: refused at once
 */
export function socketTransport(address: string, token: string | null): Transport {
  const eventListeners = new Set<(event: Event) => void>();
  const connectionListeners = new Set<(connection: Connection) => void>();
  let socket: WebSocket | null = null;
  let state: Connection = token === null ? 'refused' : 'connecting';
  let attempt = 0;

  const outbox = new Outbox((message) => socket?.send(JSON.stringify(message)));

  const become = (next: Connection) => {
    state = next;
    for (const listener of connectionListeners) listener(next);
  };

  const open = () => {
    socket = new WebSocket(address, ['bitext', `token.${token}`]);
    socket.addEventListener('open', () => {
      attempt = 0;
      outbox.connected();
      become('connected');
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const incoming = JSON.parse(data) as Incoming;
      if ('event' in incoming) for (const listener of eventListeners) listener(incoming.event);
      else outbox.answered(incoming.id, incoming.answer);
    });
    socket.addEventListener('close', ({ code }) => {
      if (code === TOO_LARGE) outbox.refusedAsTooLarge();
      outbox.disconnected();
      if (code === WRONG_TOKEN) return become('refused');
      if (state !== 'connecting') become('lost');
      setTimeout(open, retryDelay(attempt++));
    });
  };
  if (token !== null) open();

  return {
    call: (method, input) => outbox.call(method, input),
    onEvent: (listener) => void eventListeners.add(listener),
    onConnection: (listener) => {
      connectionListeners.add(listener);
      listener(state);
    },
  };
}
