/** Translation units: spans of an article's text (UTF-16 offsets) with their target. The source is never stored twice. */
export default `
  CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    target TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'untranslated'
      CHECK (state IN ('untranslated', 'draft', 'edited', 'approved')),
    changed_at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX units_in_order ON units (article, position);
`;
