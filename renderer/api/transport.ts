import type { Answer, Event } from '../../electron/contract.ts';
import { desktopTransport } from './desktop.ts';
import { socketTransport } from './socket.ts';
import { takeToken } from './token.ts';

/** `refused` is final: the workbench does not know this page's token. */
export type Connection = 'connecting' | 'connected' | 'lost' | 'refused';

/** The way to the workbench; calls and events are the same whatever carries them. */
export interface Transport {
  call(method: string, input: unknown): Promise<Answer<unknown>>;
  onEvent(listener: (event: Event) => void): void;
  /** Also tells the state that holds when the listener is added; `problem`: why a lost workbench does not come back. */
  onConnection(listener: (connection: Connection, problem?: string | null) => void): void;
}

/** The desktop window's preload offers `window.bitext`; any other page talks to the server it came from. */
export function openTransport(): Transport {
  if (window.bitext) return desktopTransport(window.bitext);
  const address = new URL('/api', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.hash = '';
  return socketTransport(address.href, takeToken());
}
