import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { inspect } from 'node:util';

export type Log = (message: string, error?: unknown) => void;

/**
 * Appends to a text file, for the defects that an editor reports by their id.
 * Logging never fails: a full disk must not hide the error that filled it.
 */
export function fileLog(file: string): Log {
  return (message, error) => {
    const details = error === undefined ? '' : `\n${inspect(error)}`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${new Date().toISOString()} ${message}${details}\n`);
    } catch {
      // Nowhere left to say it.
    }
  };
}
