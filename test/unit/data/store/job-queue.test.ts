import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { addDraft, approvedText, draftsOf, earlierDraft } from '../../../../data/store/drafts.ts';
import { addJob, job, postponeJob, reopenJob, setJobState } from '../../../../data/store/jobs.ts';
import { migrate } from '../../../../data/store/open.ts';
import { sourceKey } from '../../../../data/store/source-key.ts';
import { removeArticle } from '../../../../data/store/articles.ts';
import { countNotRenewed, setTarget, unit } from '../../../../data/store/units.ts';
import { articleOf, NOW, temporaryStore } from '../../../support/library.ts';

const plain = { meanLogProb: -0.1, minLogProb: -0.5 };
const eins = { key: sourceKey('Eins.'), language: 'de' };

test('a library of version 11 keeps its jobs and drafts, and knows its sentences by their text', () => {
  const db = new Database(':memory:');
  migrate(db, ':memory:', 11);
  // The offsets are UTF-16: the picture before the second sentence takes two units.
  db.exec(`
    INSERT INTO articles (hash, name, title, origin, text, bom, confidence, words, imported_at)
    VALUES ('h', 'a.txt', 'A', 'file', 'Eins. 😀 Zwei' || char(10) || 'drei.', 0, 1, 3, '2026-01-01');
    INSERT INTO units (article, position, paragraph, kind, start, "end", changed_at)
    VALUES (1, 0, 0, 'paragraph', 0, 5, '2026-01-01'), (1, 1, 0, 'paragraph', 9, 19, '2026-01-01');
    INSERT INTO drafts (unit, model, text, mean_log_prob, min_log_prob, made_at)
    VALUES (1, 'mini', 'One.', -0.1, -0.5, '2026-01-01');
    INSERT INTO jobs (id, article, model, state, total, error, owner, created_at, updated_at)
    VALUES (7, 1, 'mini', 'failed', 3, 'No model.', '12 now', '2026-01-01', '2026-01-02')`);
  migrate(db, ':memory:', 12);

  expect(db.prepare('SELECT source_key FROM units ORDER BY id').all()).toEqual([
    { source_key: sourceKey('Eins.') },
    { source_key: sourceKey('Zwei drei.') },
  ]);
  expect(db.prepare('SELECT * FROM jobs').all()).toEqual([
    {
      id: 7,
      article: 1,
      model: 'mini',
      again: 0,
      state: 'failed',
      total: 3,
      error: 'No model.',
      owner: '12 now',
      attempts: 0,
      retry_at: null,
      created_at: '2026-01-01',
      updated_at: '2026-01-02',
    },
  ]);
  expect(db.prepare('SELECT model, text, score FROM drafts').all()).toEqual([
    { model: 'mini', text: 'One.', score: null },
  ]);
  db.exec(`UPDATE jobs SET state = 'paused'`);
  // Ids are never given twice, also after the table was made anew.
  db.exec(
    `INSERT INTO jobs (article, model, state, total, created_at, updated_at) VALUES (1, 'm', 'done', 1, '', '')`,
  );
  expect(db.prepare('SELECT max(id) AS id FROM jobs').get()).toEqual({ id: 8 });
});

test('the same sentence is found by an index, and unfinished jobs without reading the finished', () => {
  const store = temporaryStore();
  const plans = [
    store.all<{ detail: string }>`
      EXPLAIN QUERY PLAN SELECT u.target FROM standing_units u JOIN articles a ON a.id = u.article
      WHERE u.source_key = ${'k'} AND u.state = 'approved' AND coalesce(u.language, a.language) = ${'de'}
        AND a.removed_at IS NULL AND u.target <> '' ORDER BY u.changed_at DESC, u.id DESC LIMIT 1`,
    store.all<{ detail: string }>`
      EXPLAIN QUERY PLAN SELECT d.text FROM standing_units u JOIN drafts d ON d.unit = u.id
      WHERE u.source_key = ${'k'} AND d.model = ${'m'} AND d.version = ${'v'} AND d.language = ${'de'}
      ORDER BY d.made_at DESC LIMIT 1`,
    store.all<{ detail: string }>`
      EXPLAIN QUERY PLAN SELECT * FROM jobs WHERE state IN ('queued', 'running', 'paused') ORDER BY id`,
  ].map((plan) => plan.map(({ detail }) => detail).join('\n'));
  expect(plans[0]).toContain('USING INDEX units_by_source');
  expect(plans[1]).toContain('USING COVERING INDEX units_by_source');
  expect(plans[1]).toMatch(/SEARCH d USING PRIMARY KEY/);
  expect(plans[2]).toContain('USING INDEX jobs_unfinished');
});

test('of approved texts for a sentence the newest counts, in its language, in articles that are there', () => {
  const store = temporaryStore();
  const [older, newer, other, removed] = [
    articleOf(store, 'Eins.\nAlt.'),
    articleOf(store, 'Eins.\nNeu.'),
    articleOf(store, 'Eins.', 'nb'),
    articleOf(store, 'Eins.\nWeg.'),
  ] as const;
  expect(approvedText(store, eins)).toBeUndefined();
  setTarget(store, older.units[0]!.id, 'One.', 'approved', '2026-01-01');
  setTarget(store, newer.units[0]!.id, 'Number one.', 'approved', '2026-01-02');
  setTarget(store, other.units[0]!.id, 'Enough.', 'approved', '2026-01-03');
  setTarget(store, removed.units[0]!.id, 'Gone.', 'approved', '2026-01-04');
  removeArticle(store, removed.id, NOW);
  expect(approvedText(store, eins)).toBe('Number one.');
  setTarget(store, newer.units[0]!.id, 'Number one.', 'edited', '2026-01-05');
  expect(approvedText(store, eins)).toBe('One.');
});

test('a draft is found again for the same sentence, model, files and language alone', () => {
  const store = temporaryStore();
  const { units } = articleOf(store, 'Eins.');
  const confidence = { score: 0.4, reasons: [{ code: 'length', message: 'Much shorter.' }] };
  const made = {
    model: 'm',
    version: 'v1',
    language: 'de',
    text: 'One.',
    tokens: 2,
    stop: 'end' as const,
    ...plain,
    confidence,
  };
  addDraft(store, units[0]!.id, made, NOW);
  expect(earlierDraft(store, eins, 'm', 'v1')).toEqual(made);
  expect(earlierDraft(store, eins, 'm', 'v2')).toBeUndefined();
  expect(earlierDraft(store, eins, 'n', 'v1')).toBeUndefined();
  expect(earlierDraft(store, { ...eins, language: 'nb' }, 'm', 'v1')).toBeUndefined();
  expect(unit(store, units[0]!.id)?.confidence).toEqual(confidence);
  setTarget(store, units[0]!.id, 'The one.', 'edited', NOW);
  expect(unit(store, units[0]!.id)?.confidence).toBeNull();
});

test('a draft that renews takes the place of a draft and of nothing else; the older one is kept', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.\nZwei.\nDrei.');
  const [draft, edited, approved] = units.map((made) => made.id) as [number, number, number];
  for (const each of [draft, edited, approved])
    addDraft(store, each, { model: 'a', text: 'Old.', ...plain }, '2026-01-01');
  setTarget(store, edited, 'Mine.', 'edited', NOW);
  setTarget(store, approved, 'Old.', 'approved', NOW);
  const renewing = { model: 'b', text: 'New.', job: 5, ...plain };
  expect(countNotRenewed(store, id, 5)).toBe(3);
  for (const each of [draft, edited, approved])
    addDraft(store, each, renewing, '2026-01-02', { renews: true });
  expect([draft, edited, approved].map((each) => unit(store, each)?.target)).toEqual([
    'New.',
    'Mine.',
    'Old.',
  ]);
  expect(draftsOf(store, edited).map(({ model }) => model)).toEqual(['b', 'a']);
  expect(countNotRenewed(store, id, 5)).toBe(0);
});

test('a paused job goes on only when it is reopened, and can be cancelled', () => {
  const store = temporaryStore();
  const { id: article } = articleOf(store, 'Eins.');
  const { id } = addJob(store, { article, model: 'm', again: 0, total: 1, owner: 'me' }, NOW);
  postponeJob(store, id, { error: 'The disk is full.', attempts: 2, retryAt: '2026-02-01' }, NOW);
  expect(job(store, id)).toMatchObject({ state: 'queued', attempts: 2, retry_at: '2026-02-01' });
  expect(setJobState(store, id, 'paused', null, NOW)).toBe(true);
  expect(setJobState(store, id, 'running', null, NOW)).toBe(false);
  const paused = job(store, id)!;
  expect(reopenJob(store, paused, 'you', NOW)).toBe(true);
  expect(reopenJob(store, paused, 'another', NOW)).toBe(false);
  expect(job(store, id)).toMatchObject({
    state: 'queued',
    owner: 'you',
    attempts: 0,
    retry_at: null,
    error: null,
  });
  setJobState(store, id, 'paused', null, NOW);
  expect(setJobState(store, id, 'cancelled', null, NOW)).toBe(true);
});
