/** One line of a table of measurements: how a system did on a set. */
export interface Row {
  set: string;
  system: string;
  figures: Record<string, number>;
}
