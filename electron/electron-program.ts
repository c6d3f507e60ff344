import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InputError } from '../models/errors.ts';

/** A download that has not ended by then will not end before the editor's patience does. */
const DOWNLOAD_MS = 10 * 60_000;

/** Electron that ends so soon with an error has not opened a window. */
const TOO_SOON_MS = 10_000;

/**
 * The path of Electron's program, which its npm package downloads once, at the first start.
 * @throws InputError `electron.missing` with the reason in one sentence, when it cannot be had
 */
export async function electronProgram(): Promise<string> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new InputError('electron.display', 'There is no display for a desktop window here.');
  }
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const installed = () => {
    const name = join(folder, 'path.txt');
    const program = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8')) : undefined;
    return program !== undefined && existsSync(program) ? program : undefined;
  };
  const program = installed() ?? (await download(join(folder, 'install.js')), installed());
  if (program === undefined) {
    throw new InputError(
      'electron.missing',
      'The desktop window needs Electron, which could not be downloaded here.',
    );
  }
  return program;
}

/** Runs the package's own installer; whether it succeeded shows in what it leaves. */
async function download(installer: string): Promise<void> {
  console.log('Getting Electron for the desktop window (about 110 MB, once) …');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: DOWNLOAD_MS });
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
}

/**
 * Opens the desktop app and waits until it is closed.
 * @throws InputError `electron.failed` when no window could be opened
 */
export async function runElectron(program: string, db: string | undefined): Promise<void> {
  const started = Date.now();
  const child = spawn(
    program,
    [join(import.meta.dirname, '../dist/desktop/main.cjs'), ...(db === undefined ? [] : ['--db', db])],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, BITEXT_NODE: process.execPath },
    },
  );
  // Chromium's own chatter is of no use to an editor; what matters is in the log.
  child.stderr.resume();
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(1));
  });
  if (code !== 0 && Date.now() - started < TOO_SOON_MS) {
    throw new InputError(
      'electron.failed',
      `Electron could not open a window here (it ended with code ${code}).`,
    );
  }
}
