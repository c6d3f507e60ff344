import { useSyncExternalStore } from 'react';
import { transport } from './client.ts';
import type { Connection } from './transport.ts';

let current: Connection = 'connecting';
const listeners = new Set<() => void>();

transport.onConnection((connection) => {
  current = connection;
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const connection = (): Connection => current;

/** Whether the workbench can be reached just now. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, connection);
