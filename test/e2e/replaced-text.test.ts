import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve, target } from '../support/page.ts';

const careful = 'A long, careful translation that took her five minutes.';

test('a text that the original replaced in the same stay comes back by undo', async () => {
  const host = await serve(temporaryFolder());
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, 'Der Minister kam nach Berlin.\nEr sprach mit der Presse.');
  await target(page, 1).click();
  await page.keyboard.type(careful);
  await page
    .getByRole('region', { name: 'Status' })
    .getByText(/^Saved/)
    .waitFor();
  await page.keyboard.press('ControlOrMeta+o');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => target(page, 1).innerText()).toBe('Der Minister kam nach Berlin.');

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => target(page, 1).innerText()).toBe(careful);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => target(page, 1).innerText()).not.toContain('careful');
  expect(complaints).toEqual([]);
});
