import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Method } from '../../../electron/contract.ts';
import { folders } from '../../../electron/folders.ts';
import { openWorkbench } from '../../../electron/workbench/open.ts';
import { calling, file, inProcess, ownHome, until, type Caller } from '../../support/hosts.ts';
import { temporaryStore } from '../../support/library.ts';
import { longArticle } from '../../support/newswire.ts';
import { childrenOf, isRunning } from '../../support/processes.ts';

const root = join(import.meta.dirname, '../../..');
const SENTENCES = 400;

/** `bitext translate 1` in the middle of its work, and a window on the same library. */
async function commandAtWork() {
  const home = ownHome();
  const db = join(home, 'library.db');
  const window = await inProcess(db);
  const call = calling(window);
  await call('library.import', { files: [file('lang.txt', longArticle(SENTENCES).text)] });
  const command = spawn(
    process.execPath,
    [join(root, 'electron/cli/main.ts'), 'translate', '1', '--db', db],
    {
      env: { ...process.env, BITEXT_HOME: home },
      stdio: 'ignore',
    },
  );
  const ended = once(command, 'exit') as Promise<[number | null]>;
  onTestFinished(() => void command.kill('SIGKILL'));
  const article = () => call('library.get', { article: 1 });
  await until(async () => (await article()).counts.draft >= 5);
  // Its engine is held in the middle, however quick the machine is and however slow the test.
  const engine = childrenOf(command.pid!);
  for (const pid of engine) process.kill(pid, 'SIGSTOP');
  const goOn = () => engine.filter(isRunning).forEach((pid) => process.kill(pid, 'SIGCONT'));
  return { goOn, db, window, call, command, ended, article };
}

const start = ({ answer }: Pick<Caller, 'answer'>) => answer('translate.start', { articles: [1] });

test('what the command line translates is left to it by a window that opens, and can be cancelled from there', async () => {
  const { goOn, db, ended, article } = await commandAtWork();
  const second = openWorkbench(folders(db));
  onTestFinished(() => second.close());
  second.resumeJobs();
  const answer: Caller['answer'] = (method, input) => second.dispatch(method as Method, input as never);
  expect(await start({ answer })).toMatchObject({
    ok: false,
    error: { code: 'job.elsewhere', message: expect.stringContaining('already') },
  });
  expect((await article()).job?.state).toBe('running');
  await calling({ answer })('translate.cancel', { article: 1 });
  goOn();
  await ended;
  const { job, counts } = await article();
  expect(job).toMatchObject({ state: 'cancelled', done: counts.draft });
  expect(counts.untranslated).toBeGreaterThan(0);
});

test('what a killed command leaves unfinished is said to be interrupted, and a window can do the rest', async () => {
  const { goOn, db, window, command, ended, article } = await commandAtWork();
  command.kill('SIGKILL');
  goOn();
  await ended;
  const { job } = await article();
  expect(job).toMatchObject({ state: 'failed', error: expect.stringContaining('interrupted') });
  expect(await start(window)).toMatchObject({ ok: true, data: [{ id: job?.id }] });
  await until(async () => (await article()).job?.state === 'done');
  expect((await article()).counts).toMatchObject({ untranslated: 0, draft: SENTENCES });
  expect(temporaryStore(db).all`SELECT state FROM jobs`).toEqual([{ state: 'done' }]);
});

test('another model replaces the one that a job waits for, and is refused where the first is at work', async () => {
  const home = ownHome();
  const folder = join(home, 'models', 'opus-mt-de-en');
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'models/mini/weights'), folder, { recursive: true });
  const window = await inProcess(join(home, 'library.db'));
  const call = calling(window);
  await call('library.import', {
    files: [file('lang.txt', longArticle(SENTENCES).text), file('kurz.txt', longArticle(2).text)],
  });
  const models = async () => (await call('library.list', {})).map(({ job }) => job?.model);
  await call('translate.start', { articles: [1, 2], model: 'opus-mt-de-en' });
  expect(await models()).toEqual(['opus-mt-de-en', 'opus-mt-de-en']);

  expect(await window.answer('translate.start', { articles: [2, 1], model: 'mini' })).toMatchObject({
    ok: false,
    error: { code: 'job.running', message: expect.stringContaining('opus-mt-de-en') },
  });
  expect(await models()).toEqual(['opus-mt-de-en', 'opus-mt-de-en']);
  await call('translate.start', { articles: [2], model: 'mini' });
  await call('translate.cancel', { article: 1 });
  await until(async () => (await call('library.get', { article: 2 })).job?.state === 'done');
  expect((await call('review.open', { article: 2 })).units.map(({ draft }) => draft?.model)).toEqual([
    'mini',
    'mini',
  ]);
});
