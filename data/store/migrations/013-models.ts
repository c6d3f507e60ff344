/** Who agreed to which model's licence, and when: never changed, never erased. And what the editor has set for all articles. */
export default `
  CREATE TABLE model_consents (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    licence TEXT NOT NULL,
    editor TEXT NOT NULL,
    agreed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX model_consents_by_model ON model_consents (model, licence);

  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
