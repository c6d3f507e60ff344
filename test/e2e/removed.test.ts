import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve } from '../support/page.ts';

test('what was removed comes back: all of it from the bar, and each at any later time from the foot of the library', async () => {
  const host = await serve(temporaryFolder());
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  const library = page.getByRole('navigation', { name: 'Library' });
  const mine = library.getByRole('region', { name: 'Your articles' }).getByRole('listitem');
  const texts = ['Der Minister kam nach Berlin.', 'Die Stadt Köln hat ein neues Museum eröffnet.'];
  for (const [index, text] of texts.entries()) {
    await pasteArticle(page, text);
    await mine.nth(index).waitFor();
  }
  const removeFirst = async () => {
    await mine.first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Remove' }).click();
  };

  await removeFirst();
  await expect.poll(() => mine.count()).toBe(1);
  await removeFirst();
  await page.getByText('Removed 2 articles').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => mine.count()).toBe(2);

  await removeFirst();
  await page.getByText(/^Removed “/).waitFor();
  await page.reload();
  const shelf = library.getByRole('region', { name: 'Removed' });
  await shelf.getByRole('button', { name: /^Removed/ }).click();
  await shelf.getByRole('button', { name: /^Restore/ }).click();
  await expect.poll(() => mine.count()).toBe(2);
  await expect.poll(() => shelf.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});
