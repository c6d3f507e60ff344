import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, serve } from '../support/page.ts';
import { parseTmx } from '../support/tmx.ts';

const fixtures = join(import.meta.dirname, '../fixtures/demo');
const english = (language: string) =>
  readFileSync(join(fixtures, `${language}.en.txt`), 'utf8')
    .split('\n')
    .filter(Boolean);

/** The whole job of the product, as its user does it, with no socket leaving the machine. */
test('empty library → samples → languages → translate → edit → confirm → restart → export', async () => {
  const home = temporaryFolder();
  const host = await serve(home);
  const { page, complaints } = await openWindow();
  await page.goto(host.url);

  // An empty library teaches with one button.
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  const library = page.getByRole('navigation', { name: 'Library' });
  const samples = library.getByRole('region', { name: /^Sample/ });
  for (const language of ['Slovenian', 'Albanian', 'Polish', 'German', 'Norwegian']) {
    await samples.getByRole('button', { name: new RegExp(`, ${language}`) }).waitFor();
  }

  // A sample is the real thing: reviewed bitext.
  await samples.getByRole('button', { name: /, Slovenian/ }).click();
  const grid = page.getByRole('grid');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toMatch(/^2[1-4]$/);
  await grid
    .getByText(/^US officials|^American officials/)
    .first()
    .waitFor();

  // A demo article, translated by the mini model through the engine process.
  await library
    .getByRole('region', { name: /^Demo/ })
    .getByRole('button', { name: /, German/ })
    .click();
  await page.getByRole('button', { name: /^Translate \d+ sentences$/ }).click();
  const expected = english('de');
  for (const sentence of expected) await grid.getByText(sentence, { exact: true }).waitFor();

  // Two corrections: one confirmed, one only typed.
  const editor = page.locator('.cm-content');
  await grid.getByRole('row', { name: 'Unit 1', exact: true }).getByText(expected[0]!).click();
  await editor.press('ControlOrMeta+a');
  await page.keyboard.type('The fire service reported 45 injured in Vienna.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect
    .poll(() => grid.getByRole('row', { name: 'Unit 2', exact: true }).getAttribute('aria-selected'))
    .toBe('true');
  await editor.press('ControlOrMeta+a');
  await page.keyboard.type('Police counted 15 damaged bridges – “in the south”.');
  await page
    .getByRole('region', { name: 'Status' })
    .getByText(/^Saved/)
    .waitFor();
  await page.keyboard.press('ControlOrMeta+s');

  // The host is restarted: same library, another address; the edits are there.
  await host.stop();
  const again = await serve(home);
  await page.goto(again.url);
  await library
    .getByRole('region', { name: /^Demo/ })
    .getByRole('button', { name: /, German/ })
    .click();
  await grid.getByText('The fire service reported 45 injured in Vienna.', { exact: true }).waitFor();
  await grid.getByText('Police counted 15 damaged bridges – “in the south”.', { exact: true }).waitFor();

  // Export: what leaves is what is in the database.
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = page.getByRole('dialog', { name: /Export/ });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Export TMX/ }).click();
  const file = await (await download).path();
  const units = parseTmx(readFileSync(file, 'utf8'));

  const db = new Database(join(home, 'library.db'), { readonly: true });
  const rows = db
    .prepare(
      `SELECT u.id, u.start, u.end, u.target, u.state, a.text FROM units u JOIN articles a ON a.id = u.article
       WHERE a.origin = 'demo' AND a.language = 'de' ORDER BY position`,
    )
    .all() as { id: number; start: number; end: number; target: string; state: string; text: string }[];
  db.close();
  expect(
    units.map(({ segments, props }) => ({
      source: segments['de'],
      target: segments['en'],
      state: props['x-bw:state'],
    })),
  ).toEqual(
    rows.map(({ text, start, end, target, state }) => ({ source: text.slice(start, end), target, state })),
  );
  expect(rows.map(({ target }) => target)).toEqual([
    'The fire service reported 45 injured in Vienna.',
    'Police counted 15 damaged bridges – “in the south”.',
    ...expected.slice(2),
  ]);
  expect(rows.slice(0, 3).map(({ state }) => state)).toEqual(['approved', 'edited', 'draft']);

  expect(complaints).toEqual([]);
  expect(existsSync(join(home, 'connections'))).toBe(false);
});

test.each(['de', 'sl', 'pl', 'nb', 'sq'])(
  'the %s demo article is translated sentence for sentence as expected',
  async (language) => {
    const home = temporaryFolder();
    const host = await serve(home);
    const { page, complaints } = await openWindow();
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Open the sample articles' }).click();
    const names: Record<string, string> = {
      de: 'German',
      sl: 'Slovenian',
      pl: 'Polish',
      nb: 'Norwegian',
      sq: 'Albanian',
    };
    const demos = page.getByRole('navigation', { name: 'Library' }).getByRole('region', { name: /^Demo/ });
    await demos.getByRole('button', { name: new RegExp(`, ${names[language]}`) }).click();
    await page.getByRole('button', { name: /^Translate \d+ sentences$/ }).click();
    await page
      .getByRole('region', { name: 'Status' })
      .getByText(`${english(language).length} draft`)
      .waitFor();
    const cells = page.getByRole('row', { name: /^Unit/ }).locator('[role=gridcell][lang=en]');
    await expect.poll(() => cells.allInnerTexts()).toEqual(english(language));
    expect(complaints).toEqual([]);
  },
);
