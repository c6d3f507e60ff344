import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { InputError } from '../../models/errors.ts';
import { startWorkbenchProcess, type WorkbenchProcess } from '../process/supervised.ts';
import { showInBrowser } from './show.ts';

/** Always the same, so that the browser remembers the window's settings, which it keeps by address. */
const USUAL_PORT = 47_113;

interface Options {
  port?: string | undefined;
  db?: string | undefined;
  /** Whether to show the page in the default browser at once. */
  openBrowser: boolean;
}

/**
 * The app without Electron: the workbench process with its loopback server, supervised, until the user ends it.
 * The address holds a fresh token; without it nobody on this machine can reach the library.
 */
export async function runBrowserHost({ port, db, openBrowser }: Options): Promise<void> {
  const wished = Number(port ?? 0);
  if (!Number.isInteger(wished) || wished < 0 || wished > 65535) {
    throw new InputError('port.invalid', `"${port}" is not a port. Choose a number up to 65535 with --port.`);
  }
  const token = randomBytes(24).toString('base64url');
  const start = (at: number) =>
    startWorkbenchProcess({
      node: process.execPath,
      entry: join(import.meta.dirname, '../process/main.ts'),
      db,
      serve: { port: at, token },
      onRefused: said(),
    });
  const workbench = port === undefined ? await startAtUsualPort(start) : await start(wished);
  const url = `http://127.0.0.1:${workbench.port}/#token=${token}`;
  console.log(`Bitext Workbench runs at\n\n  ${url}\n\nCtrl+C ends it.`);
  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  // Without a place for the file, e.g. on a full disk, the printed address remains.
  const hide = openBrowser ? await showInBrowser(url).catch(() => undefined) : undefined;
  await ended;
  hide?.();
  await workbench.stop();
}

/** Says each reason once: it is met again at each attempt. */
function said(): (reason: string) => void {
  let last = '';
  return (reason) => {
    if (reason !== last) console.error(`The app cannot go on just now. ${reason}`);
    last = reason;
  };
}

/** Another launch may hold the usual port; then any free one will do. */
async function startAtUsualPort(
  start: (port: number) => Promise<WorkbenchProcess>,
): Promise<WorkbenchProcess> {
  try {
    return await start(USUAL_PORT);
  } catch (error) {
    if (error instanceof InputError && error.code === 'port.taken') return start(0);
    throw error;
  }
}
