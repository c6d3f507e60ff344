import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { longArticle } from '../support/newswire.ts';
import { openWindow, pasteArticle, serve, target } from '../support/page.ts';

const said = (n: number) => `Am Montag zählte die Polizei ${n} Busse in Wien.`;
const meant = (n: number) => `On Monday, the police counted ${n} buses in Vienna.`;

async function opened() {
  const host = await serve(temporaryFolder());
  const { page, complaints } = await openWindow('light', { width: 1440, height: 800 });
  await page.goto(host.url);
  return { page, complaints };
}

test('a translation is paused, seen after a reload, and resumed, with the keyboard alone', async () => {
  const { page, complaints } = await opened();
  await pasteArticle(page, longArticle(300).text);
  await page.getByRole('button', { name: /^Translate 300 sentences$/ }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/^[1-9]\d* of 300/)
    .first()
    .waitFor();
  await page.keyboard.press('F8');
  await page
    .getByText(/^Paused at \d+ of 300$/)
    .first()
    .waitFor();
  await page.reload();
  const library = page.getByRole('navigation', { name: 'Library' });
  await library.getByText(/^Paused at \d+ of 300$/).waitFor();
  await page.getByRole('button', { name: 'Resume' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Status' }).getByText('300 draft').waitFor();
  await expect.poll(() => library.getByText(/Paused|Translating/).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('what was approved is offered, translated again by the machine, and taken back, with the keyboard alone', async () => {
  const { page, complaints } = await opened();
  await pasteArticle(page, said(15));
  await target(page, 1).click();
  await page.keyboard.type('Fifteen buses.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await pasteArticle(page, [said(15), said(17)].join('\n'));
  await page.getByRole('button', { name: 'Translate 2 sentences' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => target(page, 1).innerText()).toBe('Fifteen buses.');
  await page.getByRole('grid').getByText(meant(17), { exact: true }).waitFor();
  const panel = page.getByRole('complementary', { name: 'Unit' });
  await panel.getByRole('heading', { name: 'From your approved translations' }).waitFor();
  await panel.getByText('From your approved translations, to be confirmed').waitFor();

  await page.getByRole('button', { name: 'More ways to translate' }).focus();
  await page.keyboard.press('Enter');
  const again = page.getByRole('menuitem', { name: 'Again with Mini demo model' });
  await again.waitFor();
  // The arrows reach the menu once it has opened whole.
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown');
      return again.evaluate((item) => item === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('grid').getByText(meant(15), { exact: true }).waitFor();

  // Both drafts are there; the older one is taken, and that can be undone.
  await page.getByRole('button', { name: 'Use this draft by From your approved translations' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => target(page, 1).innerText()).toBe('Fifteen buses.');
  await page.keyboard.press('ControlOrMeta+m');
  await expect.poll(() => target(page, 1).innerText()).toBe(meant(15));
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => target(page, 1).innerText()).toBe('Fifteen buses.');
  expect(complaints).toEqual([]);
});
