import type { Store } from './store.ts';

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
