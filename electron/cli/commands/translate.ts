import type { Article, Failure, Job } from '../../contract.ts';
import { note } from '../files.ts';
import { interruptible, type Interruption } from '../interruption.ts';
import { chosenIds, CommandError, existing, withSession, type Session } from '../session.ts';
import { TranslateProgress } from './translate-progress.ts';
import { explain, isWaiting } from './untranslatable.ts';

interface Options {
  db?: string;
  all?: boolean;
  model?: string;
  again?: boolean;
  lang?: string;
  beam?: number;
  json?: boolean;
}

/** With which model, and whether what is translated is translated again. */
interface How {
  model: string | undefined;
  again: boolean;
}

/** What became of an article; one that had nothing to translate is done without a job. */
type Outcome =
  | { article: Article; state: 'done'; job?: Job }
  | { article: Article; state: 'failed'; error: Failure }
  | { article: Article; state: 'cancelled' };

/** `bitext translate ID…` or `--all`: results into the library, progress on standard error. */
export async function translateArticles(
  ids: string[],
  { db, all, model, again = false, lang, beam, json }: Options,
): Promise<void> {
  const chosen = chosenIds(ids, all);
  if (lang !== undefined)
    throw new CommandError('--lang is the language of --lines; an article has its own.');
  if (beam !== undefined) throw new CommandError('--beam is for --lines.');
  const translated = async (session: Session, interruption: Interruption) => {
    const articles = await wanted(session, chosen, again);
    if (articles.length === 0) note('There is nothing to translate.');
    const outcomes: Outcome[] = [];
    for (const article of articles) {
      if (interruption.signal.aborted) break;
      outcomes.push(await translate(session, article, { model, again }, interruption.signal));
    }
    if (json) console.log(JSON.stringify(outcomes.map(asJson)));
    else print(outcomes);
    end(outcomes, chosen === 'all', interruption);
  };
  await withSession(existing(db), (session) =>
    interruptible((interruption) => translated(session, interruption)),
  );
}

/** With `--all`, articles that need nothing are passed over in silence. */
async function wanted({ call }: Session, chosen: number[] | 'all', again: boolean): Promise<Article[]> {
  if (chosen === 'all') {
    const library = await call('library.list', {});
    return library.filter(
      ({ counts, readiness }) => (again || counts.untranslated > 0) && readiness.status !== 'already-english',
    );
  }
  const articles: Article[] = [];
  for (const article of chosen) articles.push(await call('library.get', { article }));
  return articles;
}

/** Translates one article, to its end or until it is interrupted. */
async function translate(
  session: Session,
  article: Article,
  how: How,
  interrupted: AbortSignal,
): Promise<Outcome> {
  if (article.counts.untranslated === 0 && !how.again) return { article, state: 'done' };
  try {
    const job = await done(session, article, how, interrupted);
    if (job?.state === 'done') return { article, state: 'done', job };
    if (job?.state === 'paused') {
      const message = `“${article.title}” was paused in a window. What is translated is kept.`;
      return { article, state: 'failed', error: { code: 'job.paused', message } };
    }
    if (job?.state !== 'failed') return { article, state: 'cancelled' };
    const message = job.error ?? `“${article.title}” could not be translated.`;
    return { article, state: 'failed', error: { code: 'job.failed', message } };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { article, state: 'failed', error: { code: error.code, message: error.message } };
  }
}

/** The article's job when it has ended, or undefined when it was called off. */
async function done(
  { call, subscribe }: Session,
  article: Article,
  { model, again }: How,
  interrupted: AbortSignal,
): Promise<Job | undefined> {
  const ended = Promise.withResolvers<Job | undefined>();
  const progress = new TranslateProgress(article.title);
  const unsubscribe = subscribe(({ event, payload }) => {
    if (event !== 'job.changed' || payload.job.article !== article.id) return;
    const { job } = payload;
    if (job.state === 'running') progress.show(job);
    else if (job.state !== 'queued') {
      progress.end(job);
      ended.resolve(job);
    } else if (job.retryAt !== null)
      note(`${article.title}: ${job.error} Tries again in ${secondsTo(job.retryAt)} s.`);
  });
  // Another process may have ended the job already: then nothing more is heard of it.
  const cancel = () =>
    void call('translate.cancel', { article: article.id }).then(() => ended.resolve(undefined), ended.reject);
  interrupted.addEventListener('abort', cancel);
  try {
    await call('translate.start', {
      articles: [article.id],
      again,
      ...(model === undefined ? {} : { model }),
    });
    return await ended.promise;
  } finally {
    unsubscribe();
    interrupted.removeEventListener('abort', cancel);
  }
}

const secondsTo = (iso: string): number => Math.max(0, Math.round((Date.parse(iso) - Date.now()) / 1000));

function print(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) {
    if (outcome.state !== 'done') continue;
    const { article, job } = outcome;
    if (job) console.log(`translated\t${job.article}\t${job.done} sentences`);
    else note(`${article.title}: nothing to translate`);
  }
}

function asJson(outcome: Outcome): object {
  const { article, state } = outcome;
  return {
    article: article.id,
    title: article.title,
    state,
    done: 0,
    total: 0,
    ...(state === 'done' && outcome.job),
    error: state === 'failed' ? outcome.error : null,
  };
}

/** @throws CommandError when something went wrong; that `--all` met articles which must wait is no failure, only said */
function end(outcomes: readonly Outcome[], isAll: boolean, { signal, exitCode }: Interruption): void {
  const failures = outcomes.filter((outcome) => outcome.state === 'failed');
  const mustWait = (failure: (typeof failures)[number]) => isAll && isWaiting(failure);
  explain(failures.filter(mustWait)).forEach(note);
  const messages = explain(failures.filter((failure) => !mustWait(failure)));
  if (signal.aborted) messages.push('Interrupted. What is translated is kept.');
  if (messages.length > 0)
    throw new CommandError(messages.join('\n'), { exitCode: exitCode || 1, isInOutput: true });
}
