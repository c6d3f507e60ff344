import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Shows a page in the default browser. Where there is none to start, the printed address remains.
 *
 * The address holds the token, and on Linux and macOS every user of the machine can read the arguments of every
 * program. So there the browser is given a file that only this user can read, and that leads on to the address.
 * @returns takes the file away again
 */
export async function showInBrowser(url: string): Promise<() => void> {
  if (process.platform === 'win32') {
    run('cmd', ['/c', 'start', '', url]);
    return () => {};
  }
  const folder = mkdtempSync(join(await readableFolder(), 'bitext-workbench-'));
  const file = join(folder, 'open.html');
  writeFileSync(file, redirection(url), { mode: 0o600 });
  run(process.platform === 'darwin' ? 'open' : 'xdg-open', [file]);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A browser from a snap sees neither the system's temporary files nor what is hidden at home (Firefox on Ubuntu). */
async function readableFolder(): Promise<string> {
  if (process.platform !== 'linux') return tmpdir();
  const asked = promisify(execFile)('xdg-settings', ['get', 'default-web-browser'], { timeout: 2000 });
  const { stdout } = await asked.catch(() => ({ stdout: '' }));
  // Snaps are named `<snap>_<program>.desktop`.
  return /^[\w-]+_[\w-]+\.desktop$/.test(stdout.trim()) ? homedir() : tmpdir();
}

const redirection = (url: string) => `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${url}">
<title>Bitext Workbench</title>
<a href="${url}">Open Bitext Workbench</a>
`;

function run(command: string, args: string[]): void {
  const opener = spawn(command, args, { detached: true, stdio: 'ignore' });
  opener.on('error', () => {});
  opener.unref();
}
