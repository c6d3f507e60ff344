/** Translations asked for. A job that was queued or running when the process died is taken up again at the next start. */
export default `
  CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    total INTEGER NOT NULL,
    error TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX jobs_of_article ON jobs (article, id);
  -- Asked at every start, and nearly always empty.
  CREATE INDEX jobs_unfinished ON jobs (id) WHERE state IN ('queued', 'running');
`;
