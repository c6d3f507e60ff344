import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { article } from '../../../../data/store/articles.ts';
import { migrations } from '../../../../data/store/migrations/index.ts';
import { migrate, openStore } from '../../../../data/store/open.ts';
import { articleOf, temporaryFolder, temporaryStore } from '../../../support/library.ts';

test('a new library is made with its folder, and opens again with what was put into it', () => {
  const file = join(temporaryFolder(), 'some', 'where', 'library.db');
  const first = openStore(file);
  const { id } = articleOf(first, 'Eins.');
  first.close();
  expect(article(temporaryStore(file), id)?.title).toBe('A');
});

test('every edit is on the disk when it is acknowledged: WAL with full synchronisation', () => {
  const store = temporaryStore();
  expect(store.get`PRAGMA journal_mode`).toEqual({ journal_mode: 'wal' });
  expect(store.get`PRAGMA synchronous`).toEqual({ synchronous: 2 });
  expect(store.get`PRAGMA foreign_keys`).toEqual({ foreign_keys: 1 });
});

test('every table is STRICT', () => {
  const tables = temporaryStore().all<{ name: string; strict: number }>`
    SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`;
  expect(tables.length).toBeGreaterThanOrEqual(8);
  expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
});

test('a library from the future is refused and left as it was', () => {
  const file = join(temporaryFolder(), 'library.db');
  openStore(file).close();
  const future = new Database(file);
  future.pragma(`user_version = ${migrations.length + 1}`);
  future.close();
  const before = readFileSync(file);
  expect(() => openStore(file)).toThrow(
    expect.objectContaining({ code: 'database.newer', message: expect.stringContaining(file) }),
  );
  expect(readFileSync(file)).toEqual(before);
});

test('an older library is backed up before it is migrated, and keeps its data', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'library.db');
  const old = new Database(file);
  migrate(old, file, migrations.length - 1);
  old.exec(`
    INSERT INTO articles (hash, name, title, origin, text, bom, confidence, words, imported_at)
    VALUES ('h', 'alt.txt', 'Alt', 'file', 'Eins.', 0, 1, 1, '2026-01-01')`);
  old.close();

  const store = temporaryStore(file);
  expect(store.get`SELECT title FROM articles`).toEqual({ title: 'Alt' });
  expect(store.get`PRAGMA user_version`).toEqual({ user_version: migrations.length });

  const backup = readdirSync(folder).find((name) => name.includes(`.backup-v${migrations.length - 1}-`));
  const kept = new Database(join(folder, backup!), { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(migrations.length - 1);
  expect(kept.prepare('SELECT title FROM articles').get()).toEqual({ title: 'Alt' });
  kept.close();
});

test.each(migrations.map((_, index) => index))(
  'migration %i applies on top of the ones before it',
  (index) => {
    const db = new Database(':memory:');
    migrate(db, ':memory:', index);
    migrate(db, ':memory:', index + 1);
    expect(db.pragma('user_version', { simple: true })).toBe(index + 1);
  },
);

test("another program's database is refused and left as it was", () => {
  const file = join(temporaryFolder(), 'photos.db');
  const other = new Database(file);
  other.exec('CREATE TABLE photos (name TEXT)');
  other.close();
  const before = readFileSync(file);
  expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'database.foreign' }));
  expect(readFileSync(file)).toEqual(before);
});

test('a text file is no library', () => {
  const file = join(temporaryFolder(), 'letter.txt');
  writeFileSync(file, 'Dear editor, '.repeat(100));
  expect(() => openStore(file)).toThrow(
    expect.objectContaining({ code: 'database.damaged', message: expect.stringContaining(file) }),
  );
});

test('a library damaged in the middle is refused before anything is written', () => {
  const folder = temporaryFolder();
  const good = join(folder, 'good.db');
  const store = openStore(good);
  for (let i = 0; i < 50; i++) articleOf(store, `Satz ${i}. ${'x'.repeat(2000)}`);
  store.close();
  const file = join(folder, 'damaged.db');
  copyFileSync(good, file);
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096 * 3, 4096 * 6);
  writeFileSync(file, bytes);
  expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'database.damaged' }));
  expect(readFileSync(file)).toEqual(bytes);
});

test('a folder in place of the file is said to be unreadable', () => {
  const folder = temporaryFolder();
  expect(() => openStore(folder)).toThrow(expect.objectContaining({ code: 'database.unreadable' }));
});
