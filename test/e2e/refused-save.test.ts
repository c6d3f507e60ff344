import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openSample, openWindow, serve, target } from '../support/page.ts';

test('a save that the library refuses is never called saved: no export, no silent closing, and it is tried again', async () => {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page } = await openWindow();
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  await openSample(page, 'Polish');
  await target(page, 1).click();

  const db = new Database(join(home, 'library.db'));
  db.exec(`CREATE TRIGGER refuse BEFORE UPDATE ON units BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  const status = page.getByRole('region', { name: 'Status' });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('The text that counts.');
  await status.getByText(/^Not saved/).waitFor();
  await page.keyboard.press('ControlOrMeta+s');
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = page.getByRole('dialog', { name: /Export/ });
  await dialog.getByRole('button', { name: /^Export TMX/ }).click();
  await dialog.getByRole('alert').getByText('Not everything is saved').waitFor();
  expect(await status.innerText()).toContain('Not saved');
  await page.keyboard.press('Escape');

  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  db.exec('DROP TRIGGER refuse');
  await status.getByText(/^Saved/).waitFor();
  const saved = db.prepare(`SELECT count(*) AS n FROM units WHERE target = 'The text that counts.'`);
  expect(saved.get()).toEqual({ n: 1 });
  db.close();
});
