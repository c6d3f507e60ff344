import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../../data/store/migrations/index.ts';
import { migrate } from '../../../data/store/open.ts';
import { temporaryFolder } from '../../support/library.ts';

const PROCESSES = 4;

/** What each of several processes says that open the library in the same moment. */
function openedAtOnce(file: string): Promise<string[]> {
  const at = Date.now() + 3000;
  return Promise.all(
    Array.from(
      { length: PROCESSES },
      () =>
        new Promise<string>((resolve, reject) =>
          execFile(
            process.execPath,
            [join(import.meta.dirname, 'opener.ts'), file, String(at)],
            (error, out) => (error ? reject(error) : resolve(out)),
          ),
        ),
    ),
  );
}

const upToDate = Array.from({ length: PROCESSES }, () => JSON.stringify({ user_version: migrations.length }));

test.each([1, 2, 3])('several processes open a new library at once, time %i', async () => {
  expect(await openedAtOnce(join(temporaryFolder(), 'library.db'))).toEqual(upToDate);
});

test('several processes open an older library at once: it is migrated once, and there is one backup', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'library.db');
  const old = new Database(file);
  migrate(old, file, 1);
  const insert = old.prepare(`
    INSERT INTO articles (hash, name, title, origin, text, bom, confidence, words, imported_at)
    VALUES (?, 'alt.txt', 'Alt', 'file', ?, 0, 1, 1, '2026-01-01')`);
  for (let i = 0; i < 100; i++) insert.run(`${i}`, 'x'.repeat(10_000));
  old.close();

  expect(await openedAtOnce(file)).toEqual(upToDate);
  const [backup, ...others] = readdirSync(folder).filter((name) => name.includes('.backup-'));
  expect(others).toEqual([]);
  const kept = new Database(join(folder, backup!), { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(1);
  expect(kept.prepare('SELECT count(*) AS n FROM articles').get()).toEqual({ n: 100 });
  kept.close();
});
