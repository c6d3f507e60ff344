/**
 * `language_group`: the standards too near to each other to be told apart that an article may be in (JSON list), until the
 * editor chooses. A unit's `language` is set where its paragraph is in another one than the article.
 */
export default `
  ALTER TABLE articles ADD COLUMN language_group TEXT;
  ALTER TABLE units ADD COLUMN language TEXT;
  DROP VIEW standing_units;
  CREATE VIEW standing_units AS SELECT * FROM units WHERE retired = 0;
`;
