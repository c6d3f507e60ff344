/**
 * Existing translations that were aligned with an article, complete as they came: with the units' spans (UTF-16 offsets) the
 * gaps between them can be told, so that nothing of the translation is lost either. `alignment` is how sure the aligner was.
 */
export default `
  CREATE TABLE translations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    added_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX translations_of_article ON translations (article);
  ALTER TABLE units ADD COLUMN translation INTEGER REFERENCES translations (id);
  ALTER TABLE units ADD COLUMN target_start INTEGER;
  ALTER TABLE units ADD COLUMN target_end INTEGER CHECK (target_end >= target_start);
  ALTER TABLE units ADD COLUMN alignment REAL CHECK (alignment BETWEEN 0 AND 1);
  DROP VIEW standing_units;
  CREATE VIEW standing_units AS SELECT * FROM units WHERE retired = 0;
`;
