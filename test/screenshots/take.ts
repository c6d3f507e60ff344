/**
 * Pictures of every view, to be looked at after a change: `npm run screenshots [-- FOLDER]`.
 * The window is the built one, in a real Chromium against the browser host, with a data folder of its own.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchChromium } from '../support/chromium.ts';
import { openHub } from '../support/hub.ts';
import { startHost } from '../support/page.ts';
import { views } from './views.ts';

const folder = resolve(process.argv[2] ?? join(tmpdir(), 'bitext-screenshots'));
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of sizes) await takeAll(colorScheme, viewport);
  }
} finally {
  await browser.close();
}
console.log(`The pictures are in ${folder}`);

async function takeAll(colorScheme: 'light' | 'dark', viewport: { width: number; height: number }) {
  const home = mkdtempSync(join(tmpdir(), 'bitext-shots-'));
  const hub = await openHub({
    'Xenova/opus-mt-de-en': join(import.meta.dirname, '../../models/mini/weights'),
  });
  process.env['BITEXT_HUB'] = hub.url;
  const host = await startHost(home);
  try {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(host.url);
    for (const [name, show] of Object.entries(views)) {
      await show(page, { hub, home });
      const file = `${name}-${viewport.width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled' });
      console.log(file);
    }
    await context.close();
  } finally {
    await host.stop();
    await hub.close();
    rmSync(home, { recursive: true, force: true });
  }
}
