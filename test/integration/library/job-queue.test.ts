import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { DOUBTFUL_CONFIDENCE, type Method, type Unit } from '../../../electron/contract.ts';
import { Engine } from '../../../electron/engine/engine.ts';
import { folders } from '../../../electron/folders.ts';
import { openWorkbench } from '../../../electron/workbench/open.ts';
import { confidence } from '../../../models/quality/confidence.ts';
import { calling, file, inProcess, ownHome, until, type Caller } from '../../support/hosts.ts';
import { longArticle } from '../../support/newswire.ts';
import { childrenOf } from '../../support/processes.ts';

/** A library with these texts, and what the engine is asked for. */
async function library(...texts: string[]) {
  const window = await inProcess();
  const call = calling(window);
  const spy = vi.spyOn(Engine.prototype, 'translate');
  onTestFinished(() => spy.mockRestore());
  const asked = () => spy.mock.calls.map(([, sentences]) => sentences);
  const results = await call('library.import', {
    files: texts.map((text, n) => file(`${n}.txt`, text)),
    language: 'de',
  });
  const articles = results.map((result) => {
    if (result.status === 'failed') throw new Error(result.message);
    return result.article.id;
  });
  const units = async (article: number) => (await call('review.open', { article })).units;
  const done = (article: number) =>
    until(async () => (await call('library.get', { article })).job?.state === 'done');
  return { ...window, call, articles, asked, units, done };
}

/** A window on a library that can be closed before the test is over. */
async function opened(db: string): Promise<Caller & { close: () => Promise<void> }> {
  const workbench = openWorkbench(folders(db));
  workbench.resumeJobs();
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await workbench.close();
    isClosed = true;
  };
  onTestFinished(close);
  return Promise.resolve({
    events: [],
    close,
    answer: (method, input) => workbench.dispatch(method as Method, input as never),
  });
}

const said = (n: number) => `Am Montag zählte die Polizei ${n} Busse in Wien.`;
const meant = (n: number) => `On Monday, the police counted ${n} buses in Vienna.`;
const numbered = (...numbers: number[]) => `${numbers.map(said).join('\n')}\n`;

/** Positions of the drafts in the order in which they came. */
const arrivals = ({ events }: Caller, article: number) =>
  events.flatMap(({ event, payload }) =>
    event === 'units.changed' && payload.article === article
      ? payload.units.map(({ position }) => position)
      : [],
  );

test('what is on the screen is translated first, from the sentence that is looked at, and then the rest', async () => {
  const lines = longArticle(230).text.split('\n');
  const texts = [lines.slice(0, 200), lines.slice(200)].map((some) => some.join('\n'));
  const { call, articles, asked, units, done, ...window } = await library(...texts);
  const [first, second] = articles as [number, number];
  await call('translate.start', { articles });
  await until(() => arrivals(window, first).length >= 1);
  const looked = (await units(second))[20]!;
  await call('translate.show', { article: second, unit: looked.id });
  await done(second);
  // The other article had to wait, and its sentences that were given up are not lost.
  expect((await call('library.get', { article: first })).counts.untranslated).toBeGreaterThan(0);
  // A small portion from that sentence on, and the others after it, before anything else is asked for.
  const since = asked().slice(asked().findIndex(([sentence]) => sentence === looked.source));
  const sources = (await units(second)).map(({ source }) => source);
  expect(since[0]).toEqual(sources.slice(20, 28));
  expect(since.flat().slice(0, 30)).toEqual([...sources.slice(20), ...sources.slice(0, 20)]);
  await done(first);
  expect((await units(first)).map(({ target }) => target)).toEqual(longArticle(200).english);
  expect(arrivals(window, first)).toHaveLength(200);
});

test('a sentence that stands several times is translated once, in an article and in the next', async () => {
  const { call, articles, asked, units, done } = await library(
    numbered(15, 16, 15, 15),
    numbered(16, 17, 15),
  );
  await call('translate.start', { articles });
  for (const article of articles) await done(article);
  expect(asked().flat().toSorted()).toEqual([15, 16, 17].map(said));
  expect((await units(articles[0]!)).map(({ target }) => target)).toEqual([15, 16, 15, 15].map(meant));
  expect(await units(articles[1]!)).toMatchObject(
    [16, 17, 15].map((n) => ({ target: meant(n), state: 'draft', draft: { model: 'mini' } })),
  );
});

test('what was approved is offered before the machine, which is asked only when told to translate again', async () => {
  const { call, articles, asked, units, done } = await library(numbered(15, 16), numbered(15, 17));
  const [first, second] = articles as [number, number];
  const [approved] = await units(first);
  await call('review.confirm', { unit: approved!.id, target: 'Fifteen buses.', visit: 'v' });
  await call('translate.start', { articles: [second] });
  await done(second);
  expect(asked().flat()).toEqual([said(17)]);
  const [unit] = await units(second);
  expect(unit).toMatchObject({ target: 'Fifteen buses.', state: 'draft', draft: { model: 'memory' } });

  await call('translate.start', { articles: [second], again: true });
  await until(async () => (await units(second))[0]?.draft?.model === 'mini');
  await done(second);
  expect(asked().flat()).toEqual([said(17), said(15), said(17)]);
  expect(await call('review.drafts', { unit: unit!.id })).toMatchObject([
    { model: 'mini', name: 'Mini demo model', text: meant(15), isCurrent: true },
    { model: 'memory', name: 'From your approved translations', text: 'Fifteen buses.', isCurrent: false },
  ]);
});

test('every draft says how far it can be trusted, also one that was made for another article', async () => {
  const { call, articles, units, done } = await library(numbered(15), numbered(15, 16));
  for (const article of articles) {
    await call('translate.start', { articles: [article] });
    await done(article);
  }
  const [made, reused] = (await units(articles[0]!)).concat(await units(articles[1]!));
  const evidence = { source: said(15), target: meant(15), languages: { source: 'de', target: 'en' } };
  const drafts = await call('review.drafts', { unit: made!.id });
  expect(made!.confidence).toEqual(drafts[0]!.confidence);
  expect(made!.confidence!.score).toBeGreaterThan(DOUBTFUL_CONFIDENCE);
  expect(made!.confidence!.score).toBeLessThanOrEqual(
    confidence({ ...evidence, meanLogProb: null, minLogProb: null, tokens: null, stop: null }).score,
  );
  expect(reused!.confidence).toEqual(made!.confidence);
  await call('review.save', { unit: made!.id, target: 'Mine.', visit: 'v' });
  expect((await units(articles[0]!))[0]!.confidence).toBeNull();
});

test('to translate again renews drafts, and puts the new ones beside what a person wrote', async () => {
  const { call, articles, units, done } = await library(numbered(15, 16, 17));
  const [article] = articles as [number];
  const [draft, edited, approved] = (await units(article)) as [Unit, Unit, Unit];
  await call('review.save', { unit: edited.id, target: 'Mine.', visit: 'v' });
  await call('review.confirm', { unit: approved.id, target: 'Surely mine.', visit: 'w' });
  await call('translate.start', { articles });
  await done(article);
  const [job] = await call('translate.start', { articles, again: true });
  expect(job).toMatchObject({ again: true, done: 0, total: 3 });
  await done(article);
  expect(await units(article)).toMatchObject([
    { id: draft.id, target: meant(15), state: 'draft' },
    { target: 'Mine.', state: 'edited', draft: { text: meant(16) } },
    { target: 'Surely mine.', state: 'approved', draft: { text: meant(17) } },
  ]);
  expect((await call('library.get', { article })).job).toMatchObject({ state: 'done', done: 3, total: 3 });
});

test('a paused translation stays so over a restart, and goes on where it was', async () => {
  const db = join(ownHome(), 'library.db');
  const before = await opened(db);
  const call = calling(before);
  const [result] = await call('library.import', { files: [file('lang.txt', longArticle(200).text)] });
  if (result?.status !== 'imported') throw new Error('not imported');
  const article = result.article.id;
  await call('translate.start', { articles: [article] });
  await until(async () => (await call('library.get', { article })).counts.draft >= 5);
  await call('translate.pause', { article: null });
  const { counts, job } = await call('library.get', { article });
  expect(job).toMatchObject({ state: 'paused', done: counts.draft, error: null });
  await before.close();

  const after = calling(await opened(db));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await after('library.get', { article })).toMatchObject({
    counts,
    job: { id: job!.id, state: 'paused' },
  });
  await after('translate.resume', { article: null });
  await until(async () => (await after('library.get', { article })).job?.state === 'done');
  const { units } = await after('review.open', { article });
  expect(units.map(({ target }) => target)).toEqual(longArticle(200).english);
});

test('whatever is started, started again, paused, taken up and cancelled, a text of hers never changes', async () => {
  const { call, articles, units, answer } = await library(numbered(15, 16, 17, 18, 19, 20, 25, 26));
  const [article] = articles as [number];
  const own = new Map<number, string>();
  const move = fc.oneof(
    fc.record({ kind: fc.constant('start' as const), again: fc.boolean() }),
    fc.record({
      kind: fc.constantFrom('pause' as const, 'resume' as const, 'cancel' as const, 'retry' as const),
    }),
    fc.record({ kind: fc.constantFrom('save' as const, 'confirm' as const), unit: fc.nat(7) }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(20) }),
  );
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 12 }), async (moves) => {
      const ids = (await units(article)).map(({ id }) => id);
      for (const step of moves) {
        if (step.kind === 'wait') await new Promise((resolve) => setTimeout(resolve, step.ms));
        else if (step.kind === 'start') await answer('translate.start', { articles, again: step.again });
        else if (step.kind === 'save' || step.kind === 'confirm') {
          const [unit, target] = [ids[step.unit]!, `Hers ${++count}.`];
          await call(`review.${step.kind}`, { unit, target, visit: target });
          own.set(unit, target);
        } else await answer(`translate.${step.kind}`, { article });
        const kept = (await units(article)).filter(({ id }) => own.has(id));
        expect(new Map(kept.map(({ id, target }) => [id, target]))).toEqual(own);
      }
    }),
    { numRuns: 15 },
  );
  expect(own.size).toBeGreaterThan(0);
});

test('an engine that is killed again and again makes the job wait, and then go on', async () => {
  const { call, articles, units, done } = await library(longArticle(40).text);
  const [article] = articles as [number];
  const job = async () => (await call('library.get', { article })).job;
  await call('translate.start', { articles });
  const waiting = await until(async () => {
    for (const engine of childrenOf(process.pid)) process.kill(engine, 'SIGKILL');
    const now = await job();
    return now?.retryAt === null ? null : now;
  });
  expect(waiting).toMatchObject({ state: 'queued', error: expect.stringMatching(/engine stopped 3 times/) });
  await call('translate.retry', { article });
  await done(article);
  expect((await units(article)).map(({ target }) => target)).toEqual(longArticle(40).english);
});
