import type { Store } from './store.ts';

/** An existing translation of an article, as it came. */
export interface Translation {
  id: number;
  /** The file it came from, or the name it was pasted under. */
  name: string;
  text: string;
}

/** Keeps a translation, complete. Returns its id. */
export const addTranslation = (
  store: Store,
  article: number,
  name: string,
  text: string,
  at: string,
): number =>
  store.run`INSERT INTO translations (article, name, text, added_at) VALUES (${article}, ${name}, ${text}, ${at})`
    .lastId;

/** The translation that was aligned with the article last, or undefined. */
export const latestTranslation = (store: Store, article: number): Translation | undefined =>
  store.get<Translation>`
    SELECT id, name, text FROM translations WHERE article = ${article} ORDER BY id DESC LIMIT 1`;

/** Where each of the article's units stands in a translation, in order; units of other origin are left out. */
export const spansInTranslation = (store: Store, translation: number): { start: number; end: number }[] =>
  store.all<{ start: number; end: number }>`
    SELECT target_start AS start, target_end AS "end" FROM standing_units
    WHERE translation = ${translation} AND target_start IS NOT NULL ORDER BY position`;
