import type { Answer, Event } from '../../electron/contract.ts';
import type { Transport } from './transport.ts';

/** What the desktop window's preload exposes. */
export interface DesktopBridge {
  call(method: string, input: unknown): Promise<Answer<unknown>>;
  onEvent(listener: (event: Event) => void): () => void;
  onConnection(listener: (standing: { isConnected: boolean; problem: string | null }) => void): () => void;
  /** Where a chosen file lies on this machine; empty when it is no file of the disk. */
  pathOf(file: File): string;
}

declare global {
  interface Window {
    bitext?: DesktopBridge;
  }
}

/**
 * The desktop host's way: the main process relays calls to the workbench process.
 * It keeps what is unanswered while that is away and sends it again itself, so there is nothing to keep here.
 */
export const desktopTransport = (bridge: DesktopBridge): Transport => ({
  call: (method, input) => bridge.call(method, input),
  onEvent: (listener) => void bridge.onEvent(listener),
  onConnection: (listener) => {
    // The window opens when the workbench runs; only changes are told.
    listener('connected');
    bridge.onConnection(({ isConnected, problem }) => listener(isConnected ? 'connected' : 'lost', problem));
  },
});
