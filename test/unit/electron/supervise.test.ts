import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { Supervisor, type Exit } from '../../../electron/supervise.ts';

const node = (script: string): ChildProcess => spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
const sleeper = (): ChildProcess => node('setInterval(() => {}, 1000)');

let supervisor: Supervisor | undefined;
afterEach(() => supervisor?.stop(0));

const living = (): Promise<ChildProcess> =>
  vi.waitFor(() => {
    expect(supervisor?.child).toBeTruthy();
    return supervisor!.child!;
  });

test('a process that is killed is started again', async () => {
  const exits: Exit[] = [];
  supervisor = new Supervisor({ start: sleeper, onExit: (exit) => void exits.push(exit), firstPauseMs: 1 });
  const first = await living();
  first.kill('SIGKILL');
  await once(first, 'exit');
  const second = await living();
  expect(second.pid).not.toBe(first.pid);
  expect(exits).toEqual([{ code: null, signal: 'SIGKILL' }]);
});

test('the pauses double up to the longest, and begin anew after a good life', async () => {
  const starts: number[] = [];
  const begun = performance.now();
  supervisor = new Supervisor({
    start: () => {
      starts.push(performance.now() - begun);
      if (starts.length === 3) setTimeout(() => supervisor?.steady());
      return node('process.exit(1)');
    },
    firstPauseMs: 200,
    longestPauseMs: 300,
  });
  await vi.waitFor(() => expect(starts.length).toBeGreaterThan(4), { timeout: 20_000 });
  const pauses = starts.slice(1).map((start, index) => start - starts[index]!);
  expect(pauses[0]).toBeGreaterThanOrEqual(199);
  expect(pauses[1]).toBeGreaterThanOrEqual(299);
  expect(pauses[2]).toBeGreaterThanOrEqual(199);
});

test('it is not started again when nobody needs it', async () => {
  const start = vi.fn<() => ChildProcess>(() => node('process.exit(3)'));
  const ended = Promise.withResolvers<Exit>();
  supervisor = new Supervisor({
    start,
    onExit(exit) {
      ended.resolve(exit);
      return false;
    },
    firstPauseMs: 1,
  });
  expect(await ended.promise).toEqual({ code: 3, signal: null });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(start).toHaveBeenCalledOnce();
  expect(supervisor.child).toBeNull();
});

test('a program that does not exist is reported, not thrown', async () => {
  const ended = Promise.withResolvers<Exit>();
  supervisor = new Supervisor({
    start: () => spawn('/no/such/program'),
    onExit: (exit) => {
      ended.resolve(exit);
      return false;
    },
  });
  expect((await ended.promise).error?.message).toContain('ENOENT');
});

test('stopping closes the channel first, so that the process can put things away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'supervise-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'tidy.mjs');
  writeFileSync(script, "process.on('disconnect', () => process.exit(7)); process.send('up');");
  supervisor = new Supervisor({ start: () => fork(script, { execPath: process.execPath, execArgv: [] }) });
  const child = await living();
  await once(child, 'message');
  const exit = once(child, 'exit');
  await supervisor.stop();
  expect(await exit).toEqual([7, null]);
});

test('stopping kills a process that does not listen', async () => {
  supervisor = new Supervisor({
    start: () => node("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"),
  });
  const child = await living();
  // Give it time to ignore the signal.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const exit = once(child, 'exit');
  await supervisor.stop(50);
  expect((await exit)[1]).toMatch(/SIGKILL|SIGTERM/u);
  expect(supervisor.child).toBeNull();
});
