/**
 * Every change a person made, with the units as they were before and after (JSON).
 * `undone` revisions can be redone until a new change is made; then they are 'abandoned', but never erased.
 */
export default `
  CREATE TABLE revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    visit TEXT,
    editor TEXT NOT NULL,
    at TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    standing TEXT NOT NULL DEFAULT 'done' CHECK (standing IN ('done', 'undone', 'abandoned'))
  ) STRICT;
  CREATE INDEX revisions_of_article ON revisions (article, standing, id);
`;
