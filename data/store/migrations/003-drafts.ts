/** What the machine said, kept beside what the editor made of it; one draft a model, the newest shown. */
export default `
  CREATE TABLE drafts (
    unit INTEGER NOT NULL REFERENCES units (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    text TEXT NOT NULL,
    mean_log_prob REAL,
    min_log_prob REAL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (unit, model)
  ) STRICT, WITHOUT ROWID;
`;
