import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../support/command-line.ts';
import { until } from '../support/hosts.ts';
import { temporaryFolder } from '../support/library.ts';
import { openWindow } from '../support/page.ts';

/** The browser host that shows its page, on a desktop whose `xdg-open` only notes what it was given. */
async function startedOnDesktop(browser: string) {
  const home = temporaryFolder();
  const programs = join(home, 'bin');
  const given = join(home, 'given');
  mkdirSync(programs);
  for (const [name, script] of [
    ['xdg-open', `printf '%s' "$*" > ${given}.part && mv ${given}.part ${given}`],
    ['xdg-settings', `echo ${browser}`],
  ] as const) {
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(programs, name), 0o755);
  }
  const entry = pathToFileURL(join(root, 'electron/browser/host.ts')).href;
  const host = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `(await import('${entry}')).runBrowserHost({ port: '0', openBrowser: true })`,
    ],
    {
      env: {
        ...process.env,
        HOME: home,
        BITEXT_HOME: home,
        PATH: `${programs}:${process.env['PATH']}`,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void host.kill('SIGKILL'));
  await until(() => existsSync(given));
  return { host, home, given: readFileSync(given, 'utf8') };
}

test.runIf(process.platform === 'linux')(
  'the browser is shown the window by a file of our own, so that no list of processes tells the token',
  async () => {
    const { host, given } = await startedOnDesktop('chromium.desktop');
    expect(given).not.toContain('token');
    expect(statSync(given).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(given)).mode & 0o777).toBe(0o700);
    expect(dirname(dirname(given))).toBe(tmpdir());

    const { page, complaints } = await openWindow();
    await page.goto(pathToFileURL(given).href);
    await page.getByRole('button', { name: 'Open the sample articles' }).waitFor();
    expect(complaints).toEqual([]);

    host.kill('SIGINT');
    await once(host, 'exit');
    expect(existsSync(dirname(given))).toBe(false);
  },
);

test.runIf(process.platform === 'linux')(
  'a browser from a snap gets the file where it can read it',
  async () => {
    const { home, given } = await startedOnDesktop('firefox_firefox.desktop');
    expect(dirname(dirname(given))).toBe(home);
  },
);
