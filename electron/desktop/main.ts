/** Electron's main process: windows, menu, and the life of the workbench process. No logic, no database. */
import { app, dialog, session } from 'electron';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { folders } from '../folders.ts';
import { startWorkbenchProcess } from '../process/supervised.ts';
import { denyEverythingElse } from './guard.ts';
import { installMenu } from './menu.ts';
import { Relay } from './relay.ts';
import { APP_URL, registerScheme, servePage } from './scheme.ts';
import { openWindow } from './window.ts';

const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { db: { type: 'string' } },
  strict: false,
});
const root = join(app.getAppPath(), app.getAppPath().endsWith('desktop') ? '../..' : '');

app.enableSandbox();
registerScheme();

const database = folders(typeof values.db === 'string' ? values.db : undefined).database;

/** What a second start tells the one that has the window. */
interface Second {
  database: string;
}

if (app.requestSingleInstanceLock({ database } satisfies Second)) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  denyEverythingElse(session.defaultSession);
  servePage(session.defaultSession, join(root, 'dist/renderer'));
  const relay = new Relay();
  try {
    const workbench = await startWorkbenchProcess({
      // `npm start` names the plain Node it runs on; the packaged app ships one beside it.
      node:
        process.env['BITEXT_NODE'] ??
        join(process.resourcesPath, process.platform === 'win32' ? 'node.exe' : 'node'),
      entry: join(root, 'electron/process/main.ts'),
      db: database,
      onReply: (reply) => relay.receive(reply),
      onConnection: (connected) => relay.setConnected(connected),
      onRefused: (reason) => relay.refused(reason),
    });
    relay.connect(workbench);
    // Not `before-quit`: the windows are still open then, and what was typed last is on its way when they close.
    app.once('will-quit', (event) => {
      event.preventDefault();
      void workbench.stop().then(() => app.exit());
    });
  } catch (error) {
    dialog.showErrorBox(
      'Bitext Workbench could not start',
      error instanceof Error ? error.message : String(error),
    );
    app.quit();
    return;
  }
  installMenu();
  const show = () => relay.attach(openWindow(APP_URL, join(root, 'dist/desktop/preload.cjs')));
  show();
  app.on('activate', () => relay.isAttached || show());
  app.on('second-instance', (_event, _argv, _folder, second) => {
    relay.focus();
    const { database: wanted } = second as Second;
    if (wanted === database) return;
    void dialog.showMessageBox({
      type: 'info',
      message: 'Another library is open already.',
      detail: `This window shows ${database}. To open ${wanted}, close it first.`,
    });
  });
  app.on('window-all-closed', () => app.quit());
}
