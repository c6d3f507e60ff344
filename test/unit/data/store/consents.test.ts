import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addConsent, consentedAt } from '../../../../data/store/consents.ts';
import { migrations } from '../../../../data/store/migrations/index.ts';
import consents from '../../../../data/store/migrations/013-models.ts';
import { migrate, openStore } from '../../../../data/store/open.ts';
import { setSetting, setting } from '../../../../data/store/settings.ts';
import { NOW, temporaryFolder, temporaryStore } from '../../../support/library.ts';

test('a library from before models had consents keeps its articles and can record them', () => {
  const file = join(temporaryFolder(), 'library.db');
  const db = new Database(file);
  migrate(db, file, migrations.indexOf(consents));
  db.prepare(
    `INSERT INTO articles (hash, name, title, origin, text, bom, confidence, language_chosen, words, imported_at)
     VALUES ('h', 'a.txt', 'A', 'file', 'a', 0, 1, 0, 1, ?)`,
  ).run(NOW);
  db.close();
  const store = openStore(file);
  expect(store.get<{ n: number }>`SELECT count(*) AS n FROM articles`).toEqual({ n: 1 });
  addConsent(store, { model: 'm', licence: 'CC-BY-NC-4.0', editor: 'me' }, NOW);
  expect(consentedAt(store, 'm', 'CC-BY-NC-4.0')).toBe(NOW);
  const [plan] = store.all<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT agreed_at FROM model_consents WHERE model = 'm' AND licence = 'l' ORDER BY id DESC LIMIT 1`;
  expect(plan?.detail).toContain('USING INDEX model_consents_by_model');
  store.close();
});

test('consent to one licence is none to another, nor to another model', () => {
  const store = temporaryStore();
  addConsent(store, { model: 'm', licence: 'CC-BY-NC-4.0', editor: 'me' }, NOW);
  expect(consentedAt(store, 'm', 'CC-BY-NC-SA-4.0')).toBeUndefined();
  expect(consentedAt(store, 'n', 'CC-BY-NC-4.0')).toBeUndefined();
});

test('a setting is set, changed and taken back', () => {
  const store = temporaryStore();
  expect(setting(store, 'hub')).toBeUndefined();
  setSetting(store, 'hub', 'https://a');
  setSetting(store, 'hub', 'https://b');
  expect(setting(store, 'hub')).toBe('https://b');
  setSetting(store, 'hub', null);
  expect(setting(store, 'hub')).toBeUndefined();
});
