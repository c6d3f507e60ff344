import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { longArticle } from '../support/newswire.ts';
import { openWindow, pasteArticle, serve } from '../support/page.ts';

const REASON = 'The number 7 is missing.';

/** A translated article in which two drafts are doubtful: the third and the fifth. */
async function opened() {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, longArticle(6).text);
  await page.getByRole('button', { name: 'Translate 6 sentences' }).click();
  const status = page.getByRole('region', { name: 'Status' });
  await status.getByText('6 draft').waitFor();
  expect(await status.getByRole('button', { name: /doubtful/ }).count()).toBe(0);
  const db = new Database(join(home, 'library.db'));
  onTestFinished(() => void db.close());
  db.prepare(
    'UPDATE drafts SET score = 0.2, reasons = ? WHERE unit IN (SELECT id FROM units WHERE position IN (2, 4))',
  ).run(JSON.stringify([{ code: 'numbers', message: REASON }]));
  await page.reload();
  return { page, complaints, status };
}

test('what is doubtful is counted, marked in the map, gone to, and explained by a click on its mark', async () => {
  const { page, complaints, status } = await opened();
  const row = (number: number) => page.getByRole('row', { name: `Unit ${number}`, exact: true });
  const next = status.getByRole('button', { name: '2 doubtful' });
  await next.click();
  await expect.poll(() => row(3).getAttribute('aria-selected')).toBe('true');
  await next.click();
  await expect.poll(() => row(5).getAttribute('aria-selected')).toBe('true');
  const marks = page.getByRole('slider', { name: 'Map of the article' }).locator('[data-doubtful]');
  expect(await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-doubtful')))).toEqual([
    '3',
    '5',
  ]);

  // In a window of this width the panel is hidden until it is asked for.
  const panel = page.getByRole('complementary', { name: 'Unit' });
  expect(await panel.count()).toBe(0);
  await row(3)
    .getByRole('img', { name: /Doubtful draft/ })
    .click();
  await panel.getByRole('heading', { name: 'Unit 3' }).waitFor();
  await panel.getByText(REASON).waitFor();
  expect(complaints).toEqual([]);
});
