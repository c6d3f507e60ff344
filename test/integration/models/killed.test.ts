import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisOwner } from '../../../electron/workbench/owner.ts';
import { claim, isClaimed } from '../../../models/installation/claim.ts';
import { recover } from '../../../models/installation/staging.ts';
import { noteDownload, stoppedDownloads } from '../../../models/installation/stopped.ts';
import { bitextProgram, commandLine, run } from '../../support/command-line.ts';
import { until } from '../../support/hosts.ts';
import { startHub } from '../../support/hub.ts';
import { temporaryFolder } from '../../support/library.ts';

const mini = join(import.meta.dirname, '../../../models/mini/weights');
const REPOSITORY = 'Xenova/opus-mt-de-en';

test('killed in the middle of a download, the next process goes on with it', async () => {
  const hub = await startHub({ [REPOSITORY]: mini });
  const { home, bitext } = commandLine();
  const env = { ...process.env, BITEXT_HOME: home, BITEXT_HUB: hub.url };
  hub.fault = ({ host, path }) =>
    host === 'cdn' && path.includes('decoder')
      ? (_request, response) => {
          response.writeHead(200, { etag: '"1"', 'content-length': 634_045 });
          response.write(
            hub.files.get(`${REPOSITORY}/onnx/decoder_model_merged_quantized.onnx`)!.subarray(0, 300_000),
          );
        }
      : undefined;
  const child = spawn(process.execPath, [bitextProgram, 'models', 'install', 'opus-mt-de-en'], {
    env,
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.once('exit', done));
  const part = join(
    home,
    'models/.incoming',
    encodeURIComponent(REPOSITORY),
    'files/onnx/decoder_model_merged_quantized.onnx.part',
  );
  await until(() => existsSync(part) && existsSync(`${part}.json`) && hub.seen.length >= 12);
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(join(home, 'models', REPOSITORY))).toBe(false);

  hub.fault = () => {};
  const before = process.env['BITEXT_HUB'];
  process.env['BITEXT_HUB'] = hub.url;
  const listed = await bitext(['models']);
  expect(listed.out).toMatch(/Begun.*\n {2}opus-mt-de-en +stopped, \d\.\d MB of 1\.5 MB/u);
  const installed = await bitext(['models', 'install', 'opus-mt-de-en', '--json']);
  if (before === undefined) delete process.env['BITEXT_HUB'];
  else process.env['BITEXT_HUB'] = before;
  expect(installed).toMatchObject({ code: 0 });
  expect(JSON.parse(installed.out)).toMatchObject({ installed: [{ id: REPOSITORY, problem: null }] });
  expect(installed.err).toContain('Opus-MT German – English, about 112 MB, licence Apache-2.0');
});

test('Ctrl+C ends a download at once and keeps what has come', async () => {
  const hub = await startHub({ [REPOSITORY]: mini });
  const { home } = commandLine();
  const env = { ...process.env, BITEXT_HOME: home, BITEXT_HUB: hub.url };
  hub.fault = ({ host }) => (host === 'cdn' ? () => {} : undefined);
  const child = spawn(process.execPath, [bitextProgram, 'models', 'install', 'opus-mt-de-en'], { env });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  const ended = new Promise((done) => child.once('exit', done));
  await until(() => hub.seen.some(({ host }) => host === 'cdn'));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(said).toContain('the same command goes on with it');
  expect(readdirSync(join(home, 'models/.incoming'))).toEqual([encodeURIComponent(REPOSITORY)]);
});

test('two processes want the same model: one gets it, the other is told so at once', async () => {
  const hub = await startHub({ [REPOSITORY]: mini });
  const { home } = commandLine();
  const env = { BITEXT_HOME: home, BITEXT_HUB: hub.url };
  const hold = Promise.withResolvers<void>();
  hub.fault = (_seen, usual) => (request, response) => void hold.promise.then(() => usual(request, response));
  const first = run(process.execPath, [bitextProgram, 'models', 'install', 'opus-mt-de-en'], { env });
  await until(() => hub.seen.length > 0);
  const second = await run(process.execPath, [bitextProgram, 'models', 'install', REPOSITORY], { env });
  expect(second).toMatchObject({ code: 1, err: expect.stringContaining('another window or command') });
  hold.resolve();
  expect(await first).toMatchObject({ code: 0 });
  const verified = await run(process.execPath, [bitextProgram, 'models', 'verify', REPOSITORY], { env });
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('right, 6 files') });
});

test('killed between taking the old model away and putting the new one there: the old one is back', () => {
  const models = temporaryFolder();
  const incoming = join(models, '.incoming');
  mkdirSync(join(models, REPOSITORY), { recursive: true });
  writeFileSync(join(models, REPOSITORY, 'config.json'), '{}');
  mkdirSync(incoming);
  renameSync(join(models, REPOSITORY), join(incoming, `${encodeURIComponent(REPOSITORY)}.old-1`));
  mkdirSync(join(incoming, 'b.removed-1'));
  mkdirSync(join(incoming, 'c.unpacked-files'));
  mkdirSync(join(incoming, 'd'));
  recover(models, thisOwner);
  expect(readdirSync(join(models, REPOSITORY))).toEqual(['config.json']);
  // What a download has left stays.
  expect(readdirSync(incoming)).toEqual(['d']);
});

test('what cannot be put right keeps nothing else from it', () => {
  const models = temporaryFolder();
  const incoming = join(models, '.incoming');
  for (const name of ['100%.old-1', 'a.old-1', 'b.removed-1'])
    mkdirSync(join(incoming, name), { recursive: true });
  expect(() => recover(models, thisOwner)).toThrow(URIError);
  expect(readdirSync(incoming)).toEqual(['100%.old-1']);
  expect(readdirSync(models)).toEqual(['.incoming', 'a']);
});

test('a download is not taken for what another model has left, whatever it is called', () => {
  const models = temporaryFolder();
  noteDownload(models, { id: 'a.old-b', repository: 'x/a.old-b', name: 'A', totalBytes: null });
  recover(models, thisOwner);
  expect(stoppedDownloads(models, thisOwner)).toMatchObject([{ id: 'a.old-b' }]);
  expect(readdirSync(models)).toEqual(['.incoming']);
});

test('what a living process is at is left to it', async () => {
  const models = temporaryFolder();
  const incoming = join(models, '.incoming');
  const release = await claim(incoming, 'a', 'A', thisOwner);
  mkdirSync(join(incoming, 'a.old-1'));
  recover(models, thisOwner);
  expect(existsSync(join(incoming, 'a.old-1'))).toBe(true);
  release();
  recover(models, thisOwner);
  expect(existsSync(join(models, 'a'))).toBe(true);
});

test('of many who want a model at once, one has it; a dead one keeps nobody out', async () => {
  const incoming = temporaryFolder();
  writeFileSync(join(incoming, 'a.claim-0'), '1 an-ended-process');
  const nobodyElse = { name: thisOwner.name, isAlive: (name: string) => name === thisOwner.name };
  const claims = await Promise.allSettled(
    Array.from({ length: 8 }, () => claim(incoming, 'a', 'A', nobodyElse)),
  );
  const held = claims.filter(({ status }) => status === 'fulfilled');
  expect(held).toHaveLength(1);
  expect(isClaimed(incoming, 'a', nobodyElse)).toBe(true);
  expect(isClaimed(incoming, 'b', nobodyElse)).toBe(false);
});
