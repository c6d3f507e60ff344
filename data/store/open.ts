import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { InputError } from '../../models/errors.ts';
import { openError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import { Store } from './store.ts';

/** Marks a file as ours in its header ("BWdb"), so that another program's database is never written to. */
const APPLICATION_ID = 0x42576462;

/** A whole-file check takes about a second for 100 MB here; larger libraries are trusted until SQLite itself complains. */
const CHECKED_AT_OPEN_BYTES = 100 * 1024 * 1024;

/**
 * Opens the library, making it when there is none, and brings an older one up to date after a backup beside it.
 *
 * @param file a path, or `:memory:`
 * @throws InputError `database.*`: damaged, not ours, from a newer version, unreadable. The file is left as it was.
 */
export function openStore(file: string): Store {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return opened(file);
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw openError(error, file);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
}

/**
 * When several processes make a library or bring it up to date at once, `busy_timeout` is not enough: the change to WAL does not
 * wait for others, and one that is starved on a busy machine can hold the lock for longer.
 */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 50;

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

function opened(file: string): Store {
  let db: Database.Database | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    db = new Database(file);
    // WAL: readers never wait for the writer. FULL: an acknowledged save is on the disk, not in a cache.
    db.pragma('busy_timeout = 5000');
    check(db, file);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db, file);
    return new Store(db);
  } catch (error) {
    db?.close();
    throw error;
  }
}

function check(db: Database.Database, file: string): void {
  // One look, not three: another process may be making the library at this moment.
  const { version, application, tables } = db.transaction(() => ({
    version: versionOf(db),
    application: db.pragma('application_id', { simple: true }) as number,
    tables: db.prepare(`SELECT count(*) AS n FROM sqlite_schema`).get() as { n: number },
  }))();
  if (application !== APPLICATION_ID && tables.n > 0) {
    throw new InputError(
      'database.foreign',
      `${file} is a database of another program. Choose another file with --db.`,
    );
  }
  if (version > migrations.length) {
    throw new InputError(
      'database.newer',
      `${file} was written by a newer version of Bitext Workbench (database ${version}, this version knows ${migrations.length}). ` +
        `Install the newer version; nothing was changed.`,
    );
  }
  if (file !== ':memory:' && statSync(file).size <= CHECKED_AT_OPEN_BYTES) {
    const [first] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (first?.quick_check !== 'ok') {
      throw new InputError('database.damaged', damaged(file, first?.quick_check));
    }
  }
}

/** What the editor reads when the library's file is damaged. */
export const damaged = (file: string, detail = '') =>
  `The library ${file} is damaged${detail ? ` (${detail.replaceAll(/\s+/g, ' ').trim()})` : ''}. It was left untouched. ` +
  `Put a backup in its place (${basename(file)}.backup-… beside it, if there is one) or choose another file with --db.`;

/**
 * Applies what is missing, all or nothing, after a backup of what is there.
 * @param upTo stops after so many; tests use it to make a database of an earlier version
 */
export function migrate(db: Database.Database, file: string, upTo = migrations.length): void {
  if (versionOf(db) >= upTo) return;
  db.transaction(() => {
    // Asked again under the lock: a window and a command line may open the same library at once.
    const from = versionOf(db);
    if (from >= upTo) return;
    if (from > 0 && file !== ':memory:') backup(file, from);
    for (const migration of migrations.slice(from, upTo)) {
      if (typeof migration === 'string') db.exec(migration);
      else migration(db);
    }
    db.pragma(`user_version = ${upTo}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true }) as number;

/** By a connection of its own, since VACUUM cannot run inside the transaction that keeps others from writing meanwhile. */
function backup(file: string, version: number): void {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const db = new Database(file, { readonly: true });
  try {
    // VACUUM INTO takes what is in the write-ahead log along; a copy of the file would not.
    db.prepare('VACUUM INTO ?').run(`${file}.backup-v${version}-${stamp}`);
  } finally {
    db.close();
  }
}
