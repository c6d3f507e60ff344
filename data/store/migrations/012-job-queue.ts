import type Database from 'better-sqlite3';
import { sourceKey } from '../source-key.ts';

/**
 * Jobs can be paused and wait for another attempt; `again` jobs renew the drafts that are there. A draft remembers which
 * job, which language and which files of the model it was made with, and what it is worth. A unit's `source_key` finds its
 * equals in the whole library: JavaScript fills it, since offsets are UTF-16 and SQL counts code points.
 */
export default function jobQueue(db: Database.Database): void {
  db.exec(`
    CREATE TABLE new_jobs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      model TEXT NOT NULL,
      again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
      total INTEGER NOT NULL,
      error TEXT,
      owner TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      retry_at TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    INSERT INTO new_jobs (id, article, model, state, total, error, owner, created_at, updated_at)
      SELECT id, article, model, state, total, error, owner, created_at, updated_at FROM jobs;
    DROP TABLE jobs;
    ALTER TABLE new_jobs RENAME TO jobs;
    CREATE INDEX jobs_of_article ON jobs (article, id);
    -- Asked at every start, and nearly always empty.
    CREATE INDEX jobs_unfinished ON jobs (id) WHERE state IN ('queued', 'running', 'paused');

    ALTER TABLE drafts ADD COLUMN job INTEGER;
    ALTER TABLE drafts ADD COLUMN language TEXT;
    ALTER TABLE drafts ADD COLUMN version TEXT;
    ALTER TABLE drafts ADD COLUMN tokens INTEGER;
    ALTER TABLE drafts ADD COLUMN stop TEXT CHECK (stop IN ('end', 'length', 'loop'));
    ALTER TABLE drafts ADD COLUMN score REAL CHECK (score BETWEEN 0 AND 1);
    ALTER TABLE drafts ADD COLUMN reasons TEXT;

    ALTER TABLE units ADD COLUMN source_key TEXT;
    DROP VIEW standing_units;
    CREATE VIEW standing_units AS SELECT * FROM units WHERE retired = 0;
  `);
  fillKeys(db);
  db.exec(`CREATE INDEX units_by_source ON units (source_key) WHERE retired = 0`);
}

function fillKeys(db: Database.Database): void {
  const textOf = db.prepare<[number], { text: string }>('SELECT text FROM articles WHERE id = ?');
  const unitsOf = db.prepare<[number], { id: number; start: number; end: number }>(
    'SELECT id, start, "end" FROM units WHERE article = ?',
  );
  const fill = db.prepare('UPDATE units SET source_key = ? WHERE id = ?');
  // One text in memory at a time.
  for (const { id: article } of db.prepare<[], { id: number }>('SELECT id FROM articles').all()) {
    const text = textOf.get(article)?.text ?? '';
    for (const { id, start, end } of unitsOf.all(article)) fill.run(sourceKey(text.slice(start, end)), id);
  }
}
