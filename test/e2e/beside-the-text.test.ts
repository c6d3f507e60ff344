import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve, target } from '../support/page.ts';

test('a click below the text of the active unit, beside a longer original, goes into its editor', async () => {
  const host = await serve(temporaryFolder());
  const { page } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, 'Der Minister kam nach Berlin und sprach mit der Presse über die Lage im Land.');
  // The first unit is active as soon as the article is open, and its editor one line high.
  const { width, height } = (await target(page, 1).boundingBox())!;
  await target(page, 1).click({ position: { x: width / 2, y: height - 4 } });
  await page.keyboard.type('The minister came.');
  await expect.poll(() => target(page, 1).innerText()).toBe('The minister came.');
});
