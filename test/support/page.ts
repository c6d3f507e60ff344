import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchChromium } from './chromium.ts';

const root = join(import.meta.dirname, '../..');

export interface Host {
  url: string;
  /** The launcher; the workbench process is its child, the engine that one's. */
  pid: number;
  stop: () => Promise<void>;
}

/**
 * `bitext serve`, as a user starts it, with a data folder of the test's own. No process of it can open a socket that
 * leaves the machine; attempts are noted in `<home>/connections`.
 */
export async function serve(home: string, options: { port?: number } = {}): Promise<Host> {
  const host = await startHost(home, options);
  onTestFinished(host.stop);
  return host;
}

/** The same outside a test; the caller stops it. */
export async function startHost(home: string, options: { port?: number } = {}): Promise<Host> {
  // Any free port: at the usual one the host of another test might take the place of one that is being restarted.
  const child = spawn(
    process.execPath,
    [join(root, 'electron/cli/main.ts'), 'serve', '--port', String(options.port ?? 0)],
    {
      env: {
        ...process.env,
        BITEXT_HOME: home,
        NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'loopback-only.ts')).href}`,
        BITEXT_TEST_CONNECTIONS: join(home, 'connections'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return { url: await printedUrl(child), pid: child.pid ?? 0, stop: () => ended(child) };
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (text) => {
      output += String(text);
      const url = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(output)?.[0];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with code ${code}: ${output}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

export interface Window {
  page: Page;
  context: BrowserContext;
  /** What the page complained about: errors, policy violations, requests to elsewhere. */
  complaints: string[];
}

/** A fresh Chromium window of the usual size; everything it complains of is kept for the test to look at. */
export async function openWindow(
  colorScheme: 'light' | 'dark' = 'light',
  size = { width: 1280, height: 800 },
): Promise<Window> {
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: size, colorScheme, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A socket that is refused while the host restarts is expected, and seen by the user as "reconnecting".
    if (message.type() === 'error' && !message.text().includes('WebSocket')) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1')
      complaints.push(`request to ${request.url()}`);
  });
  return { page, context, complaints };
}

/** Opens the sample article in a language; the samples are in the library. */
export const openSample = (page: Page, language: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('region', { name: /^Sample/ })
    .getByRole('button', { name: new RegExp(`, ${language}`) })
    .click();

/** Imports a text as a user pastes it. */
export async function pasteArticle(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('menuitem', { name: /Paste/ }).click();
  const dialog = page.getByRole('dialog', { name: /Paste/ });
  await dialog.getByLabel('Text').fill(text);
  await dialog.getByRole('button', { name: 'Import the article' }).click();
}

/** The cell of a unit's translation. */
export const target = (page: Page, unit: number) =>
  page.getByRole('row', { name: `Unit ${unit}`, exact: true }).locator('[role=gridcell][lang=en]');
