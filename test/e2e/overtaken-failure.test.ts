import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve, target } from '../support/page.ts';

test('a translation that stopped is no obstacle any more once the editor has written the rest', async () => {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, 'Der Minister kam nach Berlin.\nEr sprach mit der Presse.');
  await target(page, 1).waitFor();
  const db = new Database(join(home, 'library.db'));
  db.exec(`
    INSERT INTO jobs (article, model, state, total, error, created_at, updated_at)
    SELECT id, 'mini', 'failed', 2, 'The engine ended.', '2026-11-22', '2026-11-22' FROM articles`);
  db.close();
  await page.reload();
  const trouble = page.getByRole('alert').getByText('The translation stopped');
  await trouble.waitFor();

  await target(page, 1).click();
  await page.keyboard.type('The minister came to Berlin.');
  await target(page, 2).click();
  await page.keyboard.type('He spoke to the press.');
  await trouble.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});
