import { fold, type Store } from './store.ts';

export type Origin = 'file' | 'paste' | 'sample' | 'demo';

/** An article without its text, as lists show it. */
export interface ArticleRow {
  id: number;
  name: string;
  title: string;
  origin: Origin;
  language: string | null;
  confidence: number;
  language_chosen: 0 | 1;
  /** JSON, or null; see migration 010. */
  language_group: string | null;
  date: string | null;
  words: number;
  imported_at: string;
  removed_at: string | null;
  untranslated: number;
  draft: number;
  edited: number;
  approved: number;
}

export interface NewArticle {
  hash: string;
  name: string;
  title: string;
  origin: Origin;
  text: string;
  bom: boolean;
  language: string | null;
  confidence: number;
  languageChosen: boolean;
  /** Standards too near to each other to be told apart, the likeliest first; left out where one is sure. */
  languageGroup?: readonly string[] | undefined;
  date: string | null;
  words: number;
}

/** Stores an article's text; its units are stored by `setUnits` in the same transaction. Returns its id. */
export function addArticle(store: Store, article: NewArticle, at: string): number {
  return store.run`
    INSERT INTO articles (hash, name, title, origin, text, bom, language, confidence, language_chosen, language_group, date, words, imported_at)
    VALUES (${article.hash}, ${article.name}, ${article.title}, ${article.origin}, ${article.text}, ${article.bom ? 1 : 0},
      ${article.language}, ${article.confidence}, ${article.languageChosen ? 1 : 0},
      ${article.languageGroup ? JSON.stringify(article.languageGroup) : null}, ${article.date}, ${article.words}, ${at})`
    .lastId;
}

/** The article with this text, removed ones included. */
export const articleByHash = (store: Store, hash: string) =>
  store.get<{
    id: number;
    removed_at: string | null;
  }>`SELECT id, removed_at FROM articles WHERE hash = ${hash}`;

/** One article, removed ones included, or undefined. */
export const article = (store: Store, id: number) =>
  store.get<ArticleRow>`
    SELECT a.id, name, title, origin, a.language, confidence, language_chosen, language_group, date, words, imported_at, removed_at,
      count(*) FILTER (WHERE state = 'untranslated') AS untranslated,
      count(*) FILTER (WHERE state = 'draft') AS draft,
      count(*) FILTER (WHERE state = 'edited') AS edited,
      count(*) FILTER (WHERE state = 'approved') AS approved
    FROM articles a LEFT JOIN standing_units u ON u.article = a.id
    WHERE a.id = ${id} GROUP BY a.id`;

/** The library, newest first; what was imported together stays in the order it was given. */
export const articles = (store: Store) => list(store, 0);

/** What was taken out of the library, the latest first. */
export const removedArticles = (store: Store) => list(store, 1);

const list = (store: Store, areRemoved: 0 | 1) =>
  store.all<ArticleRow>`
    SELECT a.id, name, title, origin, a.language, confidence, language_chosen, language_group, date, words, imported_at, removed_at,
      count(*) FILTER (WHERE state = 'untranslated') AS untranslated,
      count(*) FILTER (WHERE state = 'draft') AS draft,
      count(*) FILTER (WHERE state = 'edited') AS edited,
      count(*) FILTER (WHERE state = 'approved') AS approved
    FROM articles a LEFT JOIN standing_units u ON u.article = a.id
    WHERE (removed_at IS NOT NULL) = ${areRemoved} GROUP BY a.id ORDER BY removed_at DESC, imported_at DESC, a.id`;

/** The text that was read last, in each library. It never changes, and every save and every machine sentence asks for it. */
const lastRead = new WeakMap<Store, { id: number; text: string; bom: boolean }>();

/** The imported text, exactly. */
export function articleText(store: Store, id: number): { text: string; bom: boolean } | undefined {
  const known = lastRead.get(store);
  if (known?.id === id) return known;
  const row = store.get<{ text: string; bom: 0 | 1 }>`SELECT text, bom FROM articles WHERE id = ${id}`;
  if (!row) return undefined;
  const read = { id, text: row.text, bom: row.bom === 1 };
  lastRead.set(store, read);
  return read;
}

/** An article's language and how it was told. */
export type ArticleLanguage = Pick<
  ArticleRow,
  'language' | 'confidence' | 'language_chosen' | 'language_group'
>;

export function setLanguage(store: Store, id: number, to: ArticleLanguage): void {
  store.run`
    UPDATE articles SET language = ${to.language}, confidence = ${to.confidence},
      language_chosen = ${to.language_chosen}, language_group = ${to.language_group} WHERE id = ${id}`;
}

/** What the editor chooses is certain. */
export const chosen = (language: string): ArticleLanguage => ({
  language,
  confidence: 1,
  language_chosen: 1,
  language_group: null,
});

/** Takes an article out of the library, if it is there; its text, units and history stay in the database. */
export function removeArticle(store: Store, id: number, at: string): void {
  store.run`UPDATE articles SET removed_at = ${at} WHERE id = ${id} AND removed_at IS NULL`;
}

export function restoreArticle(store: Store, id: number): void {
  store.run`UPDATE articles SET removed_at = NULL WHERE id = ${id}`;
}

/** Ids of the articles in which every one of the words occurs, in any case: in the title, the name, the text or a target. */
export function searchArticles(store: Store, words: readonly string[]): number[] {
  let found: Set<number> | undefined;
  for (const word of words.map(fold)) {
    const rows = store.all<{ id: number }>`
      SELECT id FROM articles a WHERE removed_at IS NULL AND (
        instr(fold(title), ${word}) OR instr(fold(name), ${word}) OR instr(fold(text), ${word})
        OR EXISTS (SELECT 1 FROM standing_units u WHERE u.article = a.id AND instr(fold(u.target), ${word})))`;
    const ids = new Set(rows.map((row) => row.id));
    found = found ? found.intersection(ids) : ids;
  }
  return [...(found ?? [])];
}
