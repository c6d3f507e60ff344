// Models from this machine on their way into the app. A window of the desktop only names them; a browser hands over their bytes.
import { useSyncExternalStore } from 'react';
import { call, messageOf } from '../api/client.ts';
import { installFromFiles } from '../api/model-files.ts';
import { namesOf } from './chosen-files.ts';

/** Files that are being handed over to the app, or could not be. */
export interface Handover {
  id: string;
  /** Of the folder or the archives. */
  name: string;
  sentBytes: number;
  totalBytes: number;
  problem: string | null;
}

let handovers: readonly Handover[] = [];
const aborts = new Map<string, AbortController>();
const listeners = new Set<() => void>();

function put(next: readonly Handover[]): void {
  handovers = next;
  for (const listener of listeners) listener();
}

const change = (id: string, changed: Partial<Handover>) =>
  put(handovers.map((one) => (one.id === id ? { ...one, ...changed } : one)));

/** Installs what was chosen or dropped: archives, or the files of folders. It goes on wherever the editor is. */
export async function handOver(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const id = crypto.randomUUID();
  const abort = new AbortController();
  aborts.set(id, abort);
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  put([...handovers, { id, name: namesOf(files), sentBytes: 0, totalBytes, problem: null }]);
  try {
    await installFromFiles(files, {
      onProgress: (sent, total) => change(id, { sentBytes: sent, totalBytes: total }),
      signal: abort.signal,
    });
    forgetHandover(id);
  } catch (error) {
    if (abort.signal.aborted) forgetHandover(id);
    else change(id, { problem: messageOf(error) });
  }
}

/** Stops it, or takes one that failed off the list. */
export function forgetHandover(id: string): void {
  aborts.get(id)?.abort();
  aborts.delete(id);
  put(handovers.filter((one) => one.id !== id));
}

/** Installs from a path again: after a consent, or when the stick is back. */
export const installFrom = (path: string, consent: boolean) => call('models.installFrom', { path, consent });

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useHandovers = (): readonly Handover[] => useSyncExternalStore(subscribe, () => handovers);
