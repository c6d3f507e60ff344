import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { longArticle } from '../support/newswire.ts';
import { openSample, openWindow, pasteArticle, serve } from '../support/page.ts';

/** A window, and the library beside it, in which a test makes something fail. */
async function opened() {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page } = await openWindow();
  await page.goto(host.url);
  const db = new Database(join(home, 'library.db'));
  onTestFinished(() => void db.close());
  return { page, db };
}

test('a translation that cannot be started from the library says so in its article alone', async () => {
  const { page, db } = await opened();
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  await openSample(page, 'Polish');
  db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'refused'); END`);

  const demos = page.getByRole('navigation', { name: 'Library' }).getByRole('region', { name: /^Demo/ });
  await demos.getByRole('listitem').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Translate' }).click();
  const trouble = page.getByRole('alert').getByText('The translation stopped');
  await trouble.waitFor();
  await openSample(page, 'Polish');
  await expect.poll(() => trouble.isVisible()).toBe(false);
});

test('a translation that cannot be cancelled says so', async () => {
  const { page, db } = await opened();
  await pasteArticle(page, longArticle(300).text);
  db.exec(
    `CREATE TRIGGER refuse BEFORE UPDATE ON jobs WHEN NEW.state = 'cancelled' BEGIN SELECT RAISE(ABORT, 'refused'); END`,
  );
  await page.getByRole('button', { name: /^Translate \d+ sentences$/ }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect
    .poll(() => page.getByRole('alert').allInnerTexts())
    .toEqual([expect.stringMatching(/^Not cancelled: /)]);
});
