import { useSyncExternalStore } from 'react';
import { transport } from './client.ts';
import type { Connection } from './transport.ts';

let current: Connection = 'connecting';
let currentProblem: string | null = null;
const listeners = new Set<() => void>();

transport.onConnection((connection, reason = null) => {
  currentProblem = reason;
  current = connection;
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const connection = (): Connection => current;

/** Whether the workbench can be reached just now. */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, connection);

const problem = (): string | null => currentProblem;

/** Why a lost workbench does not come back, where the host knows. */
export const useConnectionProblem = (): string | null => useSyncExternalStore(subscribe, problem);
