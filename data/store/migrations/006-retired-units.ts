/**
 * A unit that a change of structure takes out of its article is retired, not deleted: undo brings it back with its drafts.
 * Positions are unique among those that stand.
 */
export default `
  ALTER TABLE units ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
  DROP INDEX units_in_order;
  CREATE UNIQUE INDEX units_in_order ON units (article, position) WHERE retired = 0;
  CREATE VIEW standing_units AS SELECT * FROM units WHERE retired = 0;
`;
