/** Which process does a job, as that process names itself; NULL when none does. It may be taken over only from one that has ended. */
export default `
  ALTER TABLE jobs ADD COLUMN owner TEXT;
`;
