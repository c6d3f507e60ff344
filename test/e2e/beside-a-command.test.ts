import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, samples } from '../support/command-line.ts';
import { longArticle } from '../support/newswire.ts';
import { openWindow, pasteArticle, serve, target } from '../support/page.ts';

test('what a command did is there when the window has the focus again, and what is typed stays', async () => {
  const { home, bitext } = commandLine();
  const host = await serve(home);
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  const { text, english } = longArticle(2);
  await pasteArticle(page, text);
  await target(page, 2).click();
  await page.keyboard.type('Six buses.');
  await page
    .getByRole('region', { name: 'Status' })
    .getByText(/^Saved/)
    .waitFor();

  const imported = await bitext(['import', join(samples, 'demo/de-Sturm-in-Wien.txt')]);
  const translated = await bitext(['translate', '1']);
  expect([imported.code, translated.code]).toEqual([0, 0]);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.keyboard.type(' At last.');
  await page.getByRole('navigation', { name: 'Library' }).getByText('Sturm in Wien').waitFor();
  await expect.poll(() => target(page, 1).innerText()).toBe(english[0]);
  await expect.poll(() => target(page, 2).innerText()).toBe('Six buses. At last.');
  expect(complaints).toEqual([]);
});
