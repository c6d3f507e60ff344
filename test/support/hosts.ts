import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Answer, Event, Input, Method, Output } from '../../electron/contract.ts';
import { folders } from '../../electron/folders.ts';
import { startWorkbenchProcess, type WorkbenchProcess } from '../../electron/process/supervised.ts';
import type { Reply } from '../../electron/wire.ts';
import { openWorkbench } from '../../electron/workbench/open.ts';
import { temporaryFolder } from './library.ts';

/** A window's end of a transport. */
export interface Caller {
  answer: (method: string, input: unknown) => Promise<Answer<unknown>>;
  events: Event[];
}

/** A call that is expected to succeed; the failure's message otherwise. */
export const calling =
  ({ answer }: Pick<Caller, 'answer'>) =>
  async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const result = await answer(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`);
    return result.data as Output<M>;
  };

export const TOKEN = 'a-token-for-tests';
const entry = join(import.meta.dirname, '../../electron/process/main.ts');

/** Runs with a data folder of the test's own, so that no test sees a user's library or models. */
export function ownHome(): string {
  const home = temporaryFolder();
  const before = process.env['BITEXT_HOME'];
  process.env['BITEXT_HOME'] = home;
  onTestFinished(() => {
    if (before === undefined) delete process.env['BITEXT_HOME'];
    else process.env['BITEXT_HOME'] = before;
  });
  return home;
}

/** `dispatch` in this process, as the command line uses it. */
export async function inProcess(db = join(ownHome(), 'library.db')): Promise<Caller> {
  const workbench = openWorkbench(folders(db));
  onTestFinished(() => workbench.close());
  const events: Event[] = [];
  workbench.subscribe((event) => events.push(event));
  return Promise.resolve({
    events,
    answer: (method, input) => workbench.dispatch(method as Method, input as Input<Method>),
  });
}

/** The workbench process over its child channel, as the desktop uses it. */
export async function childProcess(
  db = join(ownHome(), 'library.db'),
): Promise<Caller & { workbench: WorkbenchProcess }> {
  const events: Event[] = [];
  const pending = new Map<number, (answer: Answer<unknown>) => void>();
  let id = 0;
  const workbench = await startWorkbenchProcess({
    node: process.execPath,
    entry,
    db,
    onReply: (reply) => receive(reply, pending, events),
  });
  onTestFinished(() => workbench.stop());
  return {
    workbench,
    events,
    answer: (method, input) =>
      new Promise((resolve) => {
        pending.set(++id, resolve);
        workbench.send({ id, method, input });
      }),
  };
}

/** The workbench process with its loopback server. */
export async function browserHost(db = join(ownHome(), 'library.db'), port = 0): Promise<WorkbenchProcess> {
  const workbench = await startWorkbenchProcess({
    node: process.execPath,
    entry,
    db,
    serve: { port, token: TOKEN },
  });
  onTestFinished(() => workbench.stop());
  return workbench;
}

/** A socket to a browser host, as the page opens it. */
export async function overSocket(
  port: number | null,
  token = TOKEN,
): Promise<Caller & { socket: WebSocket }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api`, ['bitext', `token.${token}`], {
    origin: `http://127.0.0.1:${port}`,
  });
  const events: Event[] = [];
  const pending = new Map<number, (answer: Answer<unknown>) => void>();
  let id = 0;
  socket.on('message', (data) => receive(JSON.parse((data as Buffer).toString()) as Reply, pending, events));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  onTestFinished(() => socket.terminate());
  return {
    socket,
    events,
    answer: (method, input) =>
      new Promise((resolve) => {
        pending.set(++id, resolve);
        socket.send(JSON.stringify({ id, method, input }));
      }),
  };
}

function receive(
  reply: Reply,
  pending: Map<number, (answer: Answer<unknown>) => void>,
  events: Event[],
): void {
  if ('event' in reply) {
    events.push(reply.event);
    return;
  }
  pending.get(reply.id)?.(reply.answer);
  pending.delete(reply.id);
}

/** Waits until something holds; the test's own time limit ends it when it never does. */
export async function until<T>(condition: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A file as `library.import` takes it. */
export const file = (name: string, content: string | Uint8Array) => ({
  name,
  base64: Buffer.from(content).toString('base64'),
});
