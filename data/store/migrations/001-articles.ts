/**
 * The imported articles. `text` is the decoded file, complete; with `bom` it gives the file's bytes back exactly.
 * `hash` is over the text with line ends made alike, so that the same text is known again whatever system it passed through.
 */
export default `
  CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('file', 'paste', 'sample', 'demo')),
    text TEXT NOT NULL,
    bom INTEGER NOT NULL CHECK (bom IN (0, 1)),
    language TEXT,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    language_chosen INTEGER NOT NULL DEFAULT 0 CHECK (language_chosen IN (0, 1)),
    date TEXT,
    words INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT;
`;
