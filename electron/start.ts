/** `npm start`: builds the app and opens it, in Electron's window or, where that cannot be had, in a browser. */
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { InputError } from '../models/errors.ts';
import { runBrowserHost } from './browser/host.ts';
import { buildDesktop } from './desktop/build.ts';
import { electronProgram, runElectron } from './electron-program.ts';

try {
  const values = options();
  console.log('Building the window …');
  await build({ logLevel: 'error' });
  if (values.browser || !(await openDesktop(values.db)))
    await runBrowserHost({ ...values, openBrowser: true });
} catch (error) {
  const message =
    error instanceof InputError ? error.message : `Bitext Workbench could not start: ${String(error)}`;
  console.error(message);
  process.exitCode = 1;
}

/** @throws InputError `start.options` with those that there are */
function options() {
  try {
    return parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        db: { type: 'string' },
        port: { type: 'string' },
      },
    }).values;
  } catch {
    throw new InputError(
      'start.options',
      `npm start cannot understand ${process.argv.slice(2).join(' ')}. Options: --browser, --db FILE, --port N (after npm start --).`,
    );
  }
}

/** False when there is no desktop window to be had here, which it says. */
async function openDesktop(db: string | undefined): Promise<boolean> {
  try {
    const program = await electronProgram();
    await buildDesktop();
    await runElectron(program, db);
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.log(`${error.message} The app opens in your browser instead.\n`);
    return false;
  }
}
