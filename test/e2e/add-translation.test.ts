import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, serve } from '../support/page.ts';

const samples = join(import.meta.dirname, '../../data/samples');

test('an article and its existing translation are pasted, aligned, shown side by side, and undone', async () => {
  const host = await serve(temporaryFolder());
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('menuitem', { name: /Paste/ }).click();
  const paste = page.getByRole('dialog', { name: /Paste/ });
  await paste.getByLabel('Text').fill(readFileSync(join(samples, 'pl-kim-w-rosji.txt'), 'utf8'));
  await paste.getByRole('button', { name: 'Import the article' }).click();

  await page.getByRole('button', { name: 'Add an existing translation…' }).click();
  const dialog = page.getByRole('dialog', { name: /existing translation/ });
  await dialog
    .getByLabel(/paste the English/)
    .fill(readFileSync(join(samples, 'pl-kim-w-rosji.en.txt'), 'utf8'));
  await dialog.getByRole('button', { name: 'Align the translation' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const first = page.getByRole('row', { name: 'Unit 1', exact: true });
  await expect.poll(() => first.innerText()).toMatch(/Kim Dzong Un uda się.*Kim Jong-un will travel/s);

  // The focus is in the grid: one Ctrl+Z takes the whole alignment back.
  await first.locator('[role=gridcell][lang=en]').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => first.innerText()).not.toContain('Kim Jong-un');
  expect(complaints).toEqual([]);
});
