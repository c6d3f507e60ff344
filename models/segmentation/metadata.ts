/** What a wire file says about itself before its text begins. */
export interface Metadata {
  /** `2024-06` or `2024-06-17` as it stands in the text, null when the text begins at once. */
  date: string | null;
  /** Where the article's own text begins, in UTF-16 code units: after the prefix and the white space behind it. */
  bodyStart: number;
}

const datePrefix = /^\s*date:?[ \t\u00a0]+(\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?!\S)\s*/;

/**
 * Reads the prefix ` date 2024-06` that some news archives put before an article's first line.
 * Only the very beginning of the text is looked at; a date further down is part of the news.
 */
export function readMetadata(text: string): Metadata {
  const prefix = datePrefix.exec(text);
  return { date: prefix?.[1] ?? null, bodyStart: prefix?.[0].length ?? 0 };
}
