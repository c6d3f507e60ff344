import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve, target } from '../support/page.ts';

const lost = 'Typed into a sentence that was just cut anew.';

test('a text whose sentence was taken away meanwhile is shown to be copied, and undo goes on', async () => {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, 'Der Minister kam nach Berlin.\nEr sprach mit der Presse.');
  const saved = page.getByRole('region', { name: 'Status' }).getByText(/^Saved/);
  await target(page, 2).click();
  await page.keyboard.type('He spoke to the press.');
  await saved.waitFor();

  // As another window leaves it, before this one has heard of it.
  const db = new Database(join(home, 'library.db'));
  db.exec('UPDATE units SET retired = 1 WHERE position = 0');
  db.close();
  await target(page, 1).click();
  await page.keyboard.type(lost);
  const dialog = page.getByRole('dialog', { name: 'These texts could not be saved' });
  await dialog.getByText(lost).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });

  await expect.poll(() => target(page, 1).innerText()).toBe('He spoke to the press.');
  await target(page, 1).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => target(page, 1).innerText()).not.toContain('press');
  expect(await page.getByText('Not everything is saved').isVisible()).toBe(false);

  // The text stays kept in this tab until it is discarded.
  await page.reload();
  await dialog.getByText(lost).waitFor();
  expect(complaints).toEqual([]);
});
