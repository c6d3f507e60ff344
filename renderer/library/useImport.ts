import { useState } from 'react';
import type { Article, ImportResult } from '../../electron/contract.ts';
import { toBase64 } from '../api/base64.ts';
import { keys, queryClient } from '../api/cache.ts';
import { call, CallError, messageOf } from '../api/client.ts';

interface Incoming {
  name: string;
  base64: string;
  origin: 'file' | 'paste';
}

/** What did not simply come in: duplicates and failures, as the import's report lists them. */
export type ImportTrouble = Exclude<ImportResult, { status: 'imported' }>;

export interface Importing {
  isBusy: boolean;
  trouble: ImportTrouble[];
  dismiss: () => void;
  files: (files: Iterable<File>) => Promise<void>;
  text: (name: string, text: string) => Promise<void>;
}

/** One call carries at most so many bytes, or one file: a hundred files then come in one by one instead of all at the end. */
const BATCH_BYTES = 4_000_000;

/** @param onImported called with what came in, so that the first can be opened */
export function useImport(onImported: (articles: Article[]) => void): Importing {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ImportTrouble[]>([]);

  const send = async (incoming: AsyncIterable<Incoming | ImportTrouble> | Iterable<Incoming>) => {
    setBusy(true);
    const results: ImportResult[] = [];
    let batch: Incoming[] = [];
    const flush = async () => {
      if (batch.length > 0) results.push(...(await importBatch(batch)));
      batch = [];
    };
    for await (const item of incoming) {
      if ('status' in item) {
        results.push(item);
        continue;
      }
      if (sizeOf(batch) + item.base64.length > BATCH_BYTES) await flush();
      batch.push(item);
    }
    await flush();
    setBusy(false);
    setTrouble(results.filter((result) => result.status !== 'imported'));
    void queryClient.invalidateQueries({ queryKey: keys.library });
    const imported = results.flatMap((result) => (result.status === 'imported' ? [result.article] : []));
    if (imported.length > 0) onImported(imported);
  };

  return {
    isBusy,
    trouble,
    dismiss: () => setTrouble([]),
    files: (files) => send(read(files)),
    text: (name, text) =>
      send([{ name, base64: toBase64(new TextEncoder().encode(text)), origin: 'paste' as const }]),
  };
}

const sizeOf = (batch: Incoming[]) => batch.reduce((sum, { base64 }) => sum + base64.length, 0);

async function importBatch(files: Incoming[]): Promise<ImportResult[]> {
  try {
    return await call('library.import', { files });
  } catch (error) {
    const code = error instanceof CallError ? error.code : 'internal';
    return files.map(({ name }) => ({ status: 'failed', name, code, message: messageOf(error) }));
  }
}

async function* read(files: Iterable<File>): AsyncGenerator<Incoming | ImportTrouble> {
  for (const file of files) {
    try {
      yield { name: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())), origin: 'file' };
    } catch {
      // A folder, or a file that is gone or may not be read.
      const message = `${file.name} could not be read. If it is a folder, choose the files in it instead.`;
      yield { status: 'failed', name: file.name, code: 'file.unreadable', message };
    }
  }
}
