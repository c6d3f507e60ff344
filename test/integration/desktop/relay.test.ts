import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Answer, Event } from '../../../electron/contract.ts';
import { CALL, CONNECTION, EVENT, type Standing } from '../../../electron/desktop/channels.ts';
import { Relay } from '../../../electron/desktop/relay.ts';
import { startWorkbenchProcess } from '../../../electron/process/supervised.ts';
import { calling, file, ownHome, until, type Caller } from '../../support/hosts.ts';
import { contractSuite } from '../contract/suite.ts';

type Handler = (event: unknown, call: unknown) => Promise<Answer<unknown>>;
const electron = vi.hoisted(() => ({ handlers: new Map<string, Handler>() }));
vi.mock('electron', () => ({
  ipcMain: { handle: (name: string, handler: Handler) => electron.handlers.set(name, handler) },
}));

beforeEach(() => electron.handlers.clear());

const mainFrame = { url: 'bitext://app/' };
const trusted = { senderFrame: mainFrame, sender: { mainFrame } };

/** The desktop's relay over a real workbench process; only Electron itself is stood in for. */
async function desktop(): Promise<
  Caller & {
    kill: () => void;
    connection: Standing[];
    db: string;
    ask: (event: unknown) => Promise<Answer<unknown>>;
  }
> {
  const events: Event[] = [];
  const connection: Standing[] = [];
  const db = join(ownHome(), 'library.db');
  const relay = new Relay();
  const workbench = await startWorkbenchProcess({
    node: process.execPath,
    entry: join(import.meta.dirname, '../../../electron/process/main.ts'),
    db,
    onReply: (reply) => relay.receive(reply),
    onConnection: (connected) => relay.setConnected(connected),
    onRefused: (reason) => relay.refused(reason),
  });
  onTestFinished(() => workbench.stop());
  relay.connect(workbench);
  relay.attach({
    once: () => {},
    webContents: {
      send: (channel: string, payload: never) => {
        if (channel === EVENT) events.push(payload);
        if (channel === CONNECTION) connection.push(payload);
      },
    },
  } as unknown as Parameters<Relay['attach']>[0]);
  const handler = electron.handlers.get(CALL)!;
  return {
    events,
    connection,
    db,
    kill: () => process.kill(workbench.pid()!, 'SIGKILL'),
    answer: (method, input) => handler(trusted, { method, input }),
    ask: (event) => handler(event, { method: 'app.info', input: {} }),
  };
}

describe('over the desktop relay', () => {
  contractSuite(desktop);
});

test.each([
  ['another origin', { senderFrame: { url: 'https://example.org/' }, sender: {} }],
  ['a file', { senderFrame: { url: 'file:///etc/passwd' }, sender: {} }],
  ['our scheme under another name', { senderFrame: { url: 'bitext://other/' }, sender: {} }],
  ['a frame inside our page', { senderFrame: { url: 'bitext://app/' }, sender: { mainFrame } }],
  ['a frame that is gone', { senderFrame: null, sender: { mainFrame } }],
])('a call from %s is refused', async (_name, event) => {
  const { ask } = await desktop();
  const sender = 'mainFrame' in event.sender ? event : { ...event, sender: { mainFrame: event.senderFrame } };
  expect(await ask(sender)).toMatchObject({ ok: false, error: { code: 'sender.untrusted' } });
});

test('a call that was on its way each time the workbench died is given up after three times', async () => {
  const relay = new Relay();
  const sent: string[] = [];
  relay.connect({
    send: ({ method }: { method: string }) => sent.push(method) > 0,
  } as unknown as Parameters<Relay['connect']>[0]);
  const call = (method: string) => electron.handlers.get(CALL)!(trusted, { method, input: {} });
  const deadly = call('library.import');
  relay.setConnected(false);
  relay.setConnected(true);
  void call('library.list');
  for (const connected of [false, true, false, true]) relay.setConnected(connected);
  expect(await deadly).toMatchObject({ ok: false, error: { code: 'connection.lost' } });
  expect(sent.filter((method) => method === 'library.import')).toHaveLength(3);
  expect(sent.filter((method) => method === 'library.list')).toHaveLength(3);
});

test('calls made while the workbench is down are answered when it is back', async () => {
  const window = await desktop();
  const call = calling(window);
  await call('library.import', { files: [file('lage.txt', 'Der Minister kam am Montag nach Berlin.')] });
  window.kill();
  await until(() => window.connection.some(({ isConnected }) => !isConnected));
  expect(await call('library.list', {})).toHaveLength(1);
  expect(window.connection.map(({ isConnected }) => isConnected)).toEqual([false, true]);
});

test('a workbench that cannot start again says why, until it can', async () => {
  const window = await desktop();
  const folder = dirname(window.db);
  renameSync(folder, `${folder}-away`);
  mkdirSync(folder);
  writeFileSync(window.db, 'This is not a database, and long enough to be looked at as one.'.repeat(20));
  window.kill();
  await until(() => window.connection.some(({ problem }) => problem?.includes('damaged')));
  rmSync(folder, { recursive: true });
  renameSync(`${folder}-away`, folder);
  await until(() => window.connection.at(-1)?.isConnected);
  expect(window.connection.at(-1)).toEqual({ isConnected: true, problem: null });
});
