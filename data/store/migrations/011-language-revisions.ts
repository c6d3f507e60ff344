/** A change of language remembers both languages, with how they were told (JSON), so that undo brings the old one back. */
export default `
  ALTER TABLE revisions ADD COLUMN languages TEXT;
`;
