import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openSample, openWindow, pasteArticle, serve } from '../support/page.ts';

test('a library that cannot be read again for once does not take the open article away', async () => {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page } = await openWindow();
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  await openSample(page, 'Polish');
  await page.getByRole('row', { name: 'Unit 1', exact: true }).waitFor();

  const db = new Database(join(home, 'library.db'));
  db.exec('ALTER TABLE jobs RENAME TO away');
  await pasteArticle(page, 'Der Minister kam am Montag nach Berlin.');
  // The import fails, and so does the list that is asked for after it; its answer needs a moment.
  await page.getByRole('navigation', { name: 'Library' }).getByRole('alert').waitFor();
  await page.waitForTimeout(1000);
  expect(await page.getByRole('row', { name: 'Unit 1', exact: true }).isVisible()).toBe(true);
  db.close();
});
