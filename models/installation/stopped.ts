/** What downloads have left in the incoming folder, so that they can be gone on with, also after a restart. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isClaimed, type Owner } from './claim.ts';
import { incomingFolder, keyOf, stagingFolder } from './staging.ts';

const NOTE_FILE = 'download.json';

const Note = z.object({
  id: z.string(),
  repository: z.string(),
  name: z.string(),
  totalBytes: z.number().nullable(),
});
type Note = z.infer<typeof Note>;

export interface StoppedDownload extends Note {
  receivedBytes: number;
}

/** Notes beside a download what it is. */
export function noteDownload(models: string, note: Note): void {
  mkdirSync(stagingFolder(models, note.id), { recursive: true });
  writeFileSync(join(stagingFolder(models, note.id), NOTE_FILE), JSON.stringify(Note.parse(note)));
}

/** Downloads that nobody is at just now. */
export function stoppedDownloads(models: string, owner: Owner): StoppedDownload[] {
  return names(incomingFolder(models)).flatMap((name) => {
    const folder = join(incomingFolder(models), name);
    try {
      const note = Note.parse(JSON.parse(readFileSync(join(folder, NOTE_FILE), 'utf8')));
      if (isClaimed(incomingFolder(models), name, owner)) return [];
      return [{ ...note, receivedBytes: bytesBelow(folder) }];
    } catch {
      return [];
    }
  });
}

/** Throws away what a download has left. */
export const discardDownload = (models: string, id: string): void =>
  rmSync(join(incomingFolder(models), keyOf(id)), { recursive: true, force: true });

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part.json') && entry.name !== NOTE_FILE)
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
