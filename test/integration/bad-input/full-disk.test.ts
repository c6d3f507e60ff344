import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { addJob } from '../../../data/store/jobs.ts';
import { openStore } from '../../../data/store/open.ts';
import type { Event } from '../../../electron/contract.ts';
import { createDispatch } from '../../../electron/dispatch.ts';
import { Engine } from '../../../electron/engine/engine.ts';
import { folders } from '../../../electron/folders.ts';
import type { Workbench } from '../../../electron/workbench/handlers.ts';
import { Downloads } from '../../../electron/workbench/downloads.ts';
import { JobRunner } from '../../../electron/workbench/job-runner.ts';
import { ModelShelf } from '../../../electron/workbench/model-shelf.ts';
import { calling, file, ownHome, until } from '../../support/hosts.ts';
import { longArticle } from '../../support/newswire.ts';

/** A workbench whose library cannot grow further: SQLite answers as it does on a full disk. */
function onFullDisk(retryAfterMs: number[] = []) {
  const where = folders(join(ownHome(), 'library.db'));
  const store = openStore(where.database);
  const events: Event[] = [];
  const workbench: Workbench = {
    store,
    engine: new Engine(),
    jobs: new JobRunner(() => workbench, retryAfterMs),
    models: new ModelShelf(where.models),
    downloads: new Downloads(() => workbench),
    folders: where,
    version: '0',
    editor: 'me',
    emit: (event) => void events.push(event),
    log: () => {},
  };
  onTestFinished(async () => {
    await workbench.jobs.close();
    await workbench.engine.close();
    store.close();
  });
  const fill = () => {
    const pages = store.get<{ page_count: number }>`PRAGMA page_count`!.page_count;
    // A pragma takes no bound value, so the template is made by hand.
    store.get(Object.assign([`PRAGMA max_page_count = ${pages}`], { raw: [] }));
  };
  const dispatch = createDispatch(workbench);
  const answer = (method: string, input: unknown) =>
    dispatch(method as 'app.info', input as Record<string, never>);
  return { workbench, events, fill, call: calling({ answer }) };
}

test('an article that a full disk cannot take is refused as a whole; those before it are there, and announced', async () => {
  const { fill, events, call, workbench } = onFullDisk();
  await call('library.import', { files: [file('erst.txt', 'Der Minister kam nach Berlin.')] });
  fill();
  const files = [file('kurz.txt', 'Er sprach mit der Presse.'), file('lang.txt', longArticle(400).text)];
  const [short, long] = await call('library.import', { files });
  if (short?.status !== 'imported') throw new Error(JSON.stringify(short));
  expect(long).toEqual({
    status: 'failed',
    name: 'lang.txt',
    code: 'disk.full',
    message: expect.stringMatching(/^lang\.txt was not imported\. The disk that holds .* is full\./),
  });
  expect(events.at(-1)).toEqual({ event: 'library.changed', payload: { articles: [short.article.id] } });
  expect(await call('library.list', {})).toHaveLength(2);
  expect(workbench.store.get`PRAGMA integrity_check`).toEqual({ integrity_check: 'ok' });
});

test('a translation on a full disk fails with the reason, and the article can still be read', async () => {
  const { fill, call } = onFullDisk();
  const [result] = await call('library.import', { files: [file('lang.txt', longArticle(400).text)] });
  if (result?.status !== 'imported') throw new Error('not imported');
  const { id } = result.article;
  fill();
  await call('translate.start', { articles: [id] });
  const job = await until(async () => {
    const article = await call('library.get', { article: id });
    return article.job?.state === 'failed' ? article.job : null;
  });
  expect(job.error).toMatch(/disk.*full/);
  expect((await call('review.open', { article: id })).units).toHaveLength(400);
});

test('jobs fail with the reason when not even that can be stored, and can be started again', async () => {
  const { workbench, call } = onFullDisk();
  workbench.store.get`PRAGMA busy_timeout = 10`;
  const results = await call('library.import', {
    files: [file('lang.txt', longArticle(40).text), file('kurz.txt', longArticle(3).text)],
  });
  const articles = results.flatMap((result) => (result.status === 'imported' ? [result.article.id] : []));
  const jobs = async () => (await call('library.list', {})).map(({ job }) => job);

  await call('translate.start', { articles });
  const other = new Database(workbench.store.file);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  await until(async () => (await jobs()).every((job) => job?.state === 'failed'));
  expect((await jobs())[0]?.error).toMatch(/in use by another program/);

  other.exec('ROLLBACK');
  await call('translate.start', { articles });
  await until(async () => (await jobs()).every((job) => job?.state === 'done'));
});

test('a library whose unfinished jobs cannot be taken up is opened all the same', async () => {
  const { workbench, call } = onFullDisk();
  workbench.store.get`PRAGMA busy_timeout = 10`;
  await call('library.import', { files: [file('kurz.txt', longArticle(3).text)] });
  addJob(workbench.store, { article: 1, model: 'mini', again: 0, total: 3, owner: null }, '2026-01-01');
  const other = new Database(workbench.store.file);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  workbench.jobs.resume();
  expect((await call('library.get', { article: 1 })).job?.state).toBe('failed');
  other.exec('ROLLBACK');
  workbench.jobs.resume();
  await until(async () => (await call('library.get', { article: 1 })).job?.state === 'done');
});

test('a translation that met a library in use says when it is tried again, and goes on by itself', async () => {
  const { workbench, call, events } = onFullDisk([300]);
  workbench.store.get`PRAGMA busy_timeout = 10`;
  await call('library.import', { files: [file('kurz.txt', longArticle(3).text)] });
  const job = async () => (await call('library.get', { article: 1 })).job;
  await call('translate.start', { articles: [1] });
  const other = new Database(workbench.store.file);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  const waiting = await until(async () => {
    const now = await job();
    return now?.retryAt === null ? null : now;
  });
  expect(waiting).toMatchObject({
    state: 'queued',
    error: expect.stringMatching(/in use by another program/),
  });
  other.exec('ROLLBACK');
  await until(async () => (await job())?.state === 'done');
  expect(await job()).toMatchObject({ error: null, retryAt: null, done: 3 });
  expect(events.some(({ event, payload }) => event === 'job.changed' && payload.job.retryAt !== null)).toBe(
    true,
  );
});

test('after the last attempt a translation has failed, and can be tried again by hand', async () => {
  const { workbench, call } = onFullDisk([10, 10]);
  workbench.store.get`PRAGMA busy_timeout = 1`;
  await call('library.import', { files: [file('kurz.txt', longArticle(3).text)] });
  const state = async () => (await call('library.get', { article: 1 })).job?.state;
  await call('translate.start', { articles: [1] });
  const other = new Database(workbench.store.file);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  await until(async () => (await state()) === 'failed');
  other.exec('ROLLBACK');
  await call('translate.retry', { article: 1 });
  await until(async () => (await state()) !== 'queued' && (await state()) !== 'running');
  expect(await state()).toBe('done');
});
