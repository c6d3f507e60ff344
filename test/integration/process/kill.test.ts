import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Job, Unit } from '../../../electron/contract.ts';
import {
  browserHost,
  calling,
  childProcess,
  file,
  inProcess,
  overSocket,
  ownHome,
  until,
  type Caller,
} from '../../support/hosts.ts';
import { longArticle } from '../../support/newswire.ts';
import { childrenOf, isRunning } from '../../support/processes.ts';

const SENTENCES = 300;

/** Starts the translation of a long article and comes back when it is in the middle of it. */
async function midJob(window: Caller): Promise<{ article: number; english: string[] }> {
  const call = calling(window);
  const { text, english } = longArticle(SENTENCES);
  const [result] = await call('library.import', { files: [file('lang.txt', text)] });
  if (result?.status !== 'imported') throw new Error(JSON.stringify(result));
  const article = result.article.id;
  await call('translate.start', { articles: [article] });
  await until(async () => (await call('library.get', { article })).counts.draft >= 20);
  return { article, english };
}

const finished = (window: Caller, article: number) =>
  until(async () => {
    const { job } = await calling(window)('library.get', { article });
    return job && (job.state === 'done' || job.state === 'failed') ? job : null;
  });

const targets = (units: readonly Unit[]) => units.map(({ target }) => target);

test('the engine, all of it, is killed in the middle of a job: the job goes on, nothing is lost or doubled', async () => {
  const window = await childProcess();
  const call = calling(window);
  const { article, english } = await midJob(window);
  for (const engine of childrenOf(window.workbench.pid()!)) process.kill(engine, 'SIGKILL');
  expect(await finished(window, article)).toMatchObject({ state: 'done', done: SENTENCES, error: null });
  expect(targets((await call('review.open', { article })).units)).toEqual(english);
  const drafted = window.events.flatMap(({ event, payload }) =>
    event === 'units.changed' ? payload.units.map(({ id }) => id) : [],
  );
  expect(drafted).toHaveLength(new Set(drafted).size);
});

test('the workbench is killed in the middle of a job: it is back on the same port, the edit is there, the job resumes', async () => {
  const host = await browserHost(join(ownHome(), 'library.db'));
  const window = await overSocket(host.port);
  const call = calling(window);
  const { article, english } = await midJob(window);
  const { units } = await call('review.open', { article });
  const last = units.at(-1)!;
  // Acknowledged, then killed at once: the edit must be there (invariant 2), and the machine must not touch it (invariant 3).
  await call('review.save', { unit: last.id, target: 'An editor was here.', visit: 'v' });
  const killed = host.pid()!;
  const engine = childrenOf(killed);
  process.kill(killed, 'SIGKILL');

  await until(() => host.pid() !== killed);
  const again = await until(() => overSocket(host.port).catch(() => null));
  expect(await finished(again, article)).toMatchObject({ state: 'done', error: null });
  const opened = await calling(again)('review.open', { article });
  expect(targets(opened.units)).toEqual([...english.slice(0, -1), 'An editor was here.']);
  expect(engine.length).toBeGreaterThan(0);
  await until(() => !engine.some(isRunning));
});

test('cancelling ends the job at once and keeps what is there; starting again does the rest', async () => {
  const window = await inProcess();
  const call = calling(window);
  const { article, english } = await midJob(window);
  await call('translate.cancel', { article });
  const { counts, job } = await call('library.get', { article });
  expect(job?.state).toBe('cancelled');
  expect(counts.draft).toBeLessThan(SENTENCES);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await call('library.get', { article })).counts).toEqual(counts);
  const [second] = await call('translate.start', { articles: [article] });
  expect(second).toMatchObject({ total: counts.untranslated } satisfies Partial<Job>);
  expect(await finished(window, article)).toMatchObject({ state: 'done' });
  expect(targets((await call('review.open', { article })).units)).toEqual(english);
});

test('what a person writes while the machine works is never overwritten', async () => {
  const window = await inProcess();
  const call = calling(window);
  const { article, english } = await midJob(window);
  const { units } = await call('review.open', { article });
  const untouched = units.filter(({ state }) => state === 'untranslated');
  const chosen = untouched.filter((_, index) => index % 7 === 0);
  for (const { id } of chosen)
    await call('review.save', { unit: id, target: `Mine ${id}.`, visit: `v${id}` });
  await finished(window, article);
  const mine = new Map(chosen.map(({ id }) => [id, `Mine ${id}.`]));
  const after = (await call('review.open', { article })).units;
  expect(targets(after)).toEqual(after.map(({ id, position }) => mine.get(id) ?? english[position]));
  expect(after.filter(({ id }) => mine.has(id)).every(({ state }) => state === 'edited')).toBe(true);
});
