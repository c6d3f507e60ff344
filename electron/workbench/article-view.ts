import type { Article, Job, Readiness } from '../contract.ts';
import { InputError } from '../../models/errors.ts';
import { normaliseTag } from '../../models/languages.ts';
import { knownModelsFor } from '../../models/translation/catalogue.ts';
import * as articles from '../../data/store/articles.ts';
import * as jobs from '../../data/store/jobs.ts';
import type { Store } from '../../data/store/store.ts';
import { countNotRenewed, countUntranslated, unitsOf } from '../../data/store/units.ts';
import type { Workbench } from './handlers.ts';

/** An article as the contract shows it. @throws InputError `article.unknown` */
export function viewArticle(workbench: Workbench, id: number): Article {
  return view(workbench, requireArticle(workbench, id));
}

/** The whole library as the contract shows it. */
export const viewLibrary = (workbench: Workbench): Article[] =>
  articles.articles(workbench.store).map((row) => view(workbench, row));

/** What was taken out of it. */
export const viewRemoved = (workbench: Workbench): Article[] =>
  articles.removedArticles(workbench.store).map((row) => view(workbench, row));

/** @throws InputError `article.unknown` when there is none with this id, or it was removed */
export function requireArticle(workbench: Workbench, id: number): articles.ArticleRow {
  const row = requireKnown(workbench, id);
  if (row.removed_at !== null) throw unknown(id);
  return row;
}

/** The article, be it removed or not. @throws InputError `article.unknown` when there is none with this id */
export function requireKnown({ store }: Workbench, id: number): articles.ArticleRow {
  const row = articles.article(store, id);
  if (!row) throw unknown(id);
  return row;
}

const unknown = (id: number) =>
  new InputError('article.unknown', `There is no article ${id} in this library.`);

/** A job as the contract shows it; what is done is counted, not stored, so that it cannot disagree with the units. */
export const viewJob = (job: jobs.JobRow, left: number, pace?: Pace): Job => ({
  id: job.id,
  article: job.article,
  model: job.model,
  again: job.again === 1,
  state: job.state,
  total: job.total,
  done: job.state === 'done' ? job.total : Math.max(0, job.total - left),
  error: job.error,
  retryAt: job.retry_at,
  wordsPerSecond: pace?.wordsPerSecond ?? null,
  secondsLeft: pace?.secondsLeft ?? null,
});

/** How quickly a job goes, and how long it will still take. */
export type Pace = Record<'wordsPerSecond' | 'secondsLeft', number>;

/** How many units a job has still to come to. */
export const countLeft = (store: Store, { id, article, again }: jobs.JobRow): number =>
  again ? countNotRenewed(store, article, id) : countUntranslated(store, article);

function view(workbench: Workbench, row: articles.ArticleRow): Article {
  const job = jobs.latestJob(workbench.store, row.id);
  return {
    id: row.id,
    title: row.title,
    name: row.name,
    origin: row.origin,
    language: row.language,
    confidence: row.confidence,
    languageChosen: row.language_chosen === 1,
    languageGroup: row.language_group === null ? [] : (JSON.parse(row.language_group) as string[]),
    date: row.date,
    importedAt: row.imported_at,
    words: row.words,
    counts: { untranslated: row.untranslated, draft: row.draft, edited: row.edited, approved: row.approved },
    readiness: readiness(workbench, row),
    job: job ? viewStanding(workbench, row, job) : null,
  };
}

function viewStanding({ store, jobs: runner }: Workbench, row: articles.ArticleRow, job: jobs.JobRow): Job {
  const left = job.again && job.state !== 'done' ? countLeft(store, job) : row.untranslated;
  return viewJob(runner.standing(job), left, runner.pace(job.id));
}

function readiness({ store, models }: Workbench, row: articles.ArticleRow): Readiness {
  if (row.language === null) return { status: 'needs-language' };
  if (isEnglish(row.language)) return { status: 'already-english' };
  const model = models.choose(row.language, row.id, () => ownSentences(store, row.id));
  if (model) return { status: 'ready', model: model.name };
  const known = knownModelsFor(row.language).find((candidate) => candidate.supported);
  return {
    status: 'needs-model',
    repository: known?.repository ?? null,
    sizeBytes: known?.sizeBytes ?? null,
  };
}

/** The sentences that are in the article's own language. */
export const ownSentences = (store: Store, article: number): string[] =>
  unitsOf(store, article)
    .filter((unit) => unit.language === null)
    .map((unit) => unit.source);

export const isEnglish = (language: string) => normaliseTag(language).split('-')[0] === 'en';
