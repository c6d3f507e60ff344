// What an editor does with whole articles: import, list, search, language, remove and restore.
import { InputError } from '../../models/errors.ts';
import { languageName, normaliseTag } from '../../models/languages.ts';
import { decodeText } from '../../data/formats/decode.ts';
import * as articles from '../../data/store/articles.ts';
import { databaseError } from '../../data/store/errors.ts';
import { record } from '../../data/store/history.ts';
import { hasHumanText, unitsOf, type NewUnit } from '../../data/store/units.ts';
import type { ImportResult, Parsed } from '../contract.ts';
import { requireArticle, requireKnown, viewArticle, viewLibrary, viewRemoved } from './article-view.ts';
import { handlers, now, type Workbench } from './handlers.ts';
import { analyse, store as keep } from './import-article.ts';
import { cutBy, recut } from './recut.ts';
import { openSamples } from './samples.ts';

export const library = handlers('library', {
  list: (workbench) => viewLibrary(workbench),

  get: (workbench, { article }) => viewArticle(workbench, article),

  search: ({ store }, { query }) => articles.searchArticles(store, query.split(/\s+/).filter(Boolean)),

  async import(workbench, { files, language }) {
    const tag = language === undefined ? undefined : normaliseTag(language);
    const results: ImportResult[] = [];
    try {
      for (const file of files) results.push(await importOne(workbench, file, tag));
    } finally {
      announce(
        workbench,
        results.flatMap((result) => (result.status === 'imported' ? [result.article.id] : [])),
      );
    }
    return results;
  },

  async openSamples(workbench) {
    const ids = await openSamples(workbench.store);
    announce(workbench, ids);
    return ids.map((id) => viewArticle(workbench, id));
  },

  async setLanguage(workbench, { article, language }) {
    const { store } = workbench;
    requireArticle(workbench, article);
    const tag = normaliseTag(language);
    const cut = await cutBy(workbench, article, tag);
    const { isRecut, isOther } = store.transaction(() => changeLanguage(workbench, article, tag, cut));
    // Its model is one for the other language, or its sentences are no more.
    if (isRecut || isOther) workbench.jobs.cancel(article);
    if (isRecut) workbench.emit({ event: 'article.recut', payload: { article } });
    announce(workbench, [article]);
    return viewArticle(workbench, article);
  },

  remove(workbench, { articles: ids }) {
    const { store } = workbench;
    for (const id of ids) requireKnown(workbench, id);
    store.transaction(() => ids.forEach((id) => articles.removeArticle(store, id, now())));
    announce(workbench, ids);
    for (const id of ids) workbench.jobs.cancel(id);
    return {};
  },

  removed: (workbench) => viewRemoved(workbench),

  restore(workbench, { articles: ids }) {
    const { store } = workbench;
    for (const id of ids) requireKnown(workbench, id);
    store.transaction(() => ids.forEach((id) => articles.restoreArticle(store, id)));
    announce(workbench, ids);
    return ids.map((id) => viewArticle(workbench, id));
  },
});

/** As one step of undo: the language, and the cut by its rules, but never at the price of what a person has written. */
function changeLanguage(
  workbench: Workbench,
  article: number,
  language: string,
  cut: readonly NewUnit[],
): { isRecut: boolean; isOther: boolean } {
  const { store, editor } = workbench;
  const { language: old, confidence, language_chosen, language_group } = requireArticle(workbench, article);
  const languages = {
    before: { language: old, confidence, language_chosen, language_group },
    after: articles.chosen(language),
  };
  const before = unitsOf(store, article);
  articles.setLanguage(store, article, languages.after);
  const isRecut = !hasHumanText(store, article) && recut(workbench, article, cut);
  const isOther = old !== language;
  const units = isRecut ? { before, after: unitsOf(store, article) } : { before: [], after: [] };
  // To choose what was told anyway is no step.
  if (isRecut || isOther)
    record(store, { article, kind: 'language', visit: null, editor, ...units, languages }, now());
  return { isRecut, isOther };
}

type File = Parsed<'library.import'>['files'][number];

/** One bad file does not stop the others: its failure is its result. */
async function importOne(
  workbench: Workbench,
  file: File,
  language: string | undefined,
): Promise<ImportResult> {
  const { store } = workbench;
  const { name } = file;
  try {
    const decoded = decodeText(Buffer.from(file.base64, 'base64'), name);
    const article = await analyse(decoded, { name, origin: file.origin, language });
    if (article.segmentation.sentences.length === 0) {
      throw new InputError('file.empty', `${name} holds no text. Nothing was imported.`);
    }
    const known = articles.articleByHash(store, article.hash);
    if (!known) {
      return { status: 'imported', name, article: viewArticle(workbench, keep(workbench, article)) };
    }
    if (known.removed_at !== null) {
      articles.restoreArticle(store, known.id);
      return { status: 'imported', name, article: viewArticle(workbench, known.id) };
    }
    const existing = viewArticle(workbench, known.id);
    const as = existing.language === null ? '' : ` (${languageName(existing.language)})`;
    const message = `${name} is already in the library as “${existing.title}”${as}. Nothing was changed.`;
    return { status: 'duplicate', name, article: existing, message };
  } catch (thrown) {
    const error = databaseError(thrown, store.file);
    if (!(error instanceof InputError)) throw error;
    const message = error === thrown ? error.message : `${name} was not imported. ${error.message}`;
    return { status: 'failed', name, code: error.code, message };
  }
}

function announce({ emit }: Workbench, ids: readonly number[]): void {
  if (ids.length > 0) emit({ event: 'library.changed', payload: { articles: [...ids] } });
}
