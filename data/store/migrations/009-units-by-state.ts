/** Counts by state are asked for every article of a library, at every change: answered from the index, without reading a unit. */
export default `
  CREATE INDEX units_by_state ON units (article, state) WHERE retired = 0;
`;
