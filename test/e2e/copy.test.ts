import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve } from '../support/page.ts';

test('the models folder is copied without any permission, as in the desktop window', async () => {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, 'Die Stadt Köln hat am Freitag ihr neues Museum eröffnet.');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  await page.keyboard.press('Escape');

  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => page.locator('.cm-content').innerText()).toContain(`${home}/models`);
  expect(complaints).toEqual([]);
});
