import { fork } from 'node:child_process';
import { InputError } from '../../models/errors.ts';
import { Supervisor } from '../supervise.ts';
import type { Reply, Request } from '../wire.ts';
import type { Status } from './main.ts';

export interface WorkbenchProcess {
  /** The browser server's port, or null without one. The same after every restart. */
  port: number | null;
  pid: () => number | undefined;
  /** False while the process is down: the window keeps its calls and sends them again. */
  send: (request: Request) => boolean;
  stop: () => Promise<void>;
}

interface Options {
  /** The plain Node 24 program to run it with: never Electron's own binary (README, Architecture). */
  node: string;
  /** The file of `main.ts`. */
  entry: string;
  db?: string | undefined;
  /** With it, browsers are served too. */
  serve?: { port: number; token: string };
  onReply?: (reply: Reply) => void;
  onConnection?: (connected: boolean) => void;
  /** It refuses to start again, for this reason; it is tried on. */
  onRefused?: (reason: string) => void;
}

/** It has at most a sentence to put away; a process that hangs is not waited for. */
const GRACE_MS = 5000;

const MOST_FAILED_STARTS = 3;

/**
 * Starts the workbench process and keeps it running: when it dies it is started again with growing pauses.
 * @throws InputError when it refuses to start at all (a damaged library, a taken port): starting again would not help
 */
export async function startWorkbenchProcess(options: Options): Promise<WorkbenchProcess> {
  const { serve } = options;
  let port = serve?.port ?? 0;
  let wasReady = false;
  const ready = Promise.withResolvers<void>();

  const start = () => {
    const args = [
      ...(options.db === undefined ? [] : ['--db', options.db]),
      // After a restart the window must find it at the same port.
      ...(serve ? ['--serve', '--port', String(port)] : []),
    ];
    const child = fork(options.entry, args, {
      execPath: options.node,
      execArgv: [],
      env: { ...process.env, ...(serve ? { BITEXT_TOKEN: serve.token } : {}) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (message: Status | Reply) => {
      if (!('status' in message)) options.onReply?.(message);
      else if (message.status === 'refused') {
        ready.reject(new InputError(message.code, message.message));
        if (wasReady) options.onRefused?.(message.message);
      } else {
        wasReady = true;
        port = message.port ?? port;
        options.onConnection?.(true);
        ready.resolve();
      }
    });
    return child;
  };

  let failedStarts = 0;
  const supervisor = new Supervisor({
    start,
    onExit: () => {
      options.onConnection?.(false);
      // Without effect once it has been ready: then it is started again for as long as it takes.
      if (++failedStarts >= MOST_FAILED_STARTS)
        ready.reject(new InputError('app.start', 'The app could not start.'));
    },
  });
  try {
    await ready.promise;
  } catch (error) {
    await supervisor.stop(GRACE_MS);
    throw error;
  }
  return {
    port: serve ? port : null,
    pid: () => supervisor.child?.pid,
    send: (request) => supervisor.child?.connected === true && supervisor.child.send(request),
    stop: () => supervisor.stop(GRACE_MS),
  };
}
