import { createInterface } from 'node:readline';
import type { Article, Job } from '../../contract.ts';
import { print } from '../files.ts';
import { interruptible, type Interruption } from '../interruption.ts';
import { chosenIds, CommandError, existing, withSession, type Session } from '../session.ts';

interface Options {
  db?: string;
  all?: boolean;
  model?: string;
  json?: boolean;
}

/** `bitext translate ID…` or `--all`: results into the library, progress on standard error. */
export async function translateArticles(ids: string[], { db, all, model, json }: Options): Promise<void> {
  const chosen = chosenIds(ids, all);
  const translated = async (session: Session, interruption: Interruption) => {
    const { wanted, refused } = await plan(session, chosen);
    const finished: Job[] = [];
    for (const article of wanted) {
      if (interruption.signal.aborted) break;
      const job = await translate(session, article, model, interruption.signal).catch((error: unknown) => {
        if (!(error instanceof CommandError)) throw error;
        refused.push(error.message);
      });
      if (job?.state === 'failed') refused.push(job.error ?? `“${article.title}” could not be translated.`);
      if (job?.state === 'done') finished.push(job);
    }
    if (json) console.log(JSON.stringify(finished));
    else finished.forEach((job) => console.log(`translated\t${job.article}\t${job.done} sentences`));
    if (interruption.signal.aborted) refused.push('Interrupted. What is translated is kept.');
    if (refused.length > 0)
      throw new CommandError(refused.join('\n'), { exitCode: interruption.exitCode || 1 });
  };
  await withSession(existing(db), (session) =>
    interruptible((interruption) => translated(session, interruption)),
  );
}

/** With `--all`, articles that need nothing are passed over in silence; one that was named is told why it cannot be done. */
async function plan(
  { call }: Session,
  chosen: number[] | 'all',
): Promise<{ wanted: Article[]; refused: string[] }> {
  if (chosen !== 'all') {
    const wanted: Article[] = [];
    for (const article of chosen) wanted.push(await call('library.get', { article }));
    return { wanted, refused: [] };
  }
  const library = await call('library.list', {});
  const wanted = library.filter(
    ({ counts, readiness }) => counts.untranslated > 0 && readiness.status !== 'already-english',
  );
  return { wanted, refused: [] };
}

/** Translates one article, to its end or until it is interrupted. */
async function translate(
  { call, subscribe }: Session,
  article: Article,
  model: string | undefined,
  interrupted: AbortSignal,
): Promise<Job | undefined> {
  const ended = Promise.withResolvers<Job | undefined>();
  const unsubscribe = subscribe(({ event, payload }) => {
    if (event !== 'job.changed' || payload.job.article !== article.id) return;
    const { job } = payload;
    if (job.state === 'running') progress(article, job);
    if (job.state === 'done' || job.state === 'failed' || job.state === 'cancelled') ended.resolve(job);
  });
  // Another process may have ended the job already: then nothing more is heard of it.
  const cancel = () =>
    void call('translate.cancel', { article: article.id }).then(() => ended.resolve(undefined), ended.reject);
  interrupted.addEventListener('abort', cancel);
  try {
    await call('translate.start', { articles: [article.id], ...(model === undefined ? {} : { model }) });
    return await ended.promise;
  } finally {
    unsubscribe();
    interrupted.removeEventListener('abort', cancel);
  }
}

function progress({ title }: Article, { done, total }: Job): void {
  const end = process.stderr.isTTY ? (done === total ? '\n' : '\r') : '\n';
  process.stderr.write(`${title}: ${done} of ${total}${end}`);
}

/** How many lines are translated together at most; whatever has come in by then when fewer have. */
const BATCH = 64;

/** `bitext translate --lines`: standard input to standard output, in order, each line as soon as it is done. */
export async function translateLines({ lang, model }: { lang?: string; model?: string }): Promise<void> {
  if (lang === undefined) throw new CommandError('Give the language of the lines with --lang.');
  await withSession(':memory:', async ({ call }) => {
    const options = { language: lang, ...(model === undefined ? {} : { model }) };
    // No line yet, but a language or model that cannot be had is said at once, not after the first one.
    await call('translate.lines', { lines: [], ...options });
    const waiting: string[] = [];
    let more = Promise.withResolvers<void>();
    const state = { isEnded: false };
    const input = createInterface({ input: process.stdin, crlfDelay: Infinity });
    input.on('line', (line) => {
      waiting.push(line);
      if (waiting.length > BATCH * 16) input.pause(); // A fast producer must not fill the memory.
      more.resolve();
    });
    input.on('close', () => {
      state.isEnded = true;
      more.resolve();
    });
    while (!state.isEnded || waiting.length > 0) {
      if (waiting.length === 0) {
        await more.promise;
        more = Promise.withResolvers();
        continue;
      }
      const lines = waiting.splice(0, BATCH);
      const out = await call('translate.lines', { lines, ...options });
      await print(out.map((line) => `${line}\n`).join(''));
      if (!state.isEnded) input.resume();
    }
  });
}
