import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { buildDesktop } from '../../electron/desktop/build.ts';
import { temporaryFolder } from '../support/library.ts';

const root = join(import.meta.dirname, '../..');

/** Electron's program where its package has downloaded it; nothing is downloaded for a test. */
function installedElectron(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const name = join(folder, 'path.txt');
  const program = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8')) : '';
  return existsSync(program) ? program : undefined;
}

const hasDisplay =
  process.platform !== 'linux' || 'DISPLAY' in process.env || 'WAYLAND_DISPLAY' in process.env;

test('the real desktop window opens the samples and shows them side by side', async (context) => {
  const program = installedElectron();
  if (!program) return context.skip("Electron's program is not installed on this machine");
  if (!hasDisplay) return context.skip('there is no display on this machine');
  await buildDesktop();

  const app = await _electron.launch({
    executablePath: program,
    args: [join(root, 'dist/desktop/main.cjs'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, BITEXT_HOME: temporaryFolder(), BITEXT_NODE: process.execPath },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Open the sample articles' }).click();
    await page.getByRole('grid').getByRole('row', { name: 'Unit 1', exact: true }).waitFor();
    expect(await page.evaluate(() => 'require' in window)).toBe(false);
  } finally {
    await app.close();
  }
  return undefined;
});
