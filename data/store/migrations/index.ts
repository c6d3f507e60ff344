import type Database from 'better-sqlite3';
import articles from './001-articles.ts';
import units from './002-units.ts';
import drafts from './003-drafts.ts';
import revisions from './004-revisions.ts';
import jobs from './005-jobs.ts';
import retiredUnits from './006-retired-units.ts';
import translations from './007-translations.ts';
import jobOwners from './008-job-owners.ts';
import unitsByState from './009-units-by-state.ts';
import languages from './010-languages.ts';
import languageRevisions from './011-language-revisions.ts';
import jobQueue from './012-job-queue.ts';
import models from './013-models.ts';

/** SQL, or code where SQL cannot do it; it runs inside the transaction of the whole migration. */
export type Migration = string | ((db: Database.Database) => void);

/** In order. A database's `user_version` is how many of these it has been through; none is ever changed once released. */
export const migrations: readonly Migration[] = [
  articles,
  units,
  drafts,
  revisions,
  jobs,
  retiredUnits,
  translations,
  jobOwners,
  unitsByState,
  languages,
  languageRevisions,
  jobQueue,
  models,
];
