import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve } from '../support/page.ts';

/** Holds the page's call back, as a long alignment does, until the returned function lets it go. */
const held = `
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (data.includes('align.addTranslation')) window.letGo = () => send.call(this, data);
    else send.call(this, data);
  };`;

test('the dialog stays open and says what it waits for while a translation is aligned', async () => {
  const host = await serve(temporaryFolder());
  const { page, complaints } = await openWindow();
  await page.addInitScript(held);
  await page.goto(host.url);
  await pasteArticle(page, 'Der Minister kam nach Berlin.\nEr sprach mit der Presse.');
  await page.getByRole('button', { name: 'Add an existing translation…' }).click();
  const dialog = page.getByRole('dialog', { name: /existing translation/ });
  await dialog.getByLabel(/paste the English/).fill('The minister came to Berlin.\nHe spoke to the press.');
  await dialog.getByRole('button', { name: 'Align the translation' }).click();

  await dialog.getByRole('status').getByText('Aligning…').waitFor();
  expect(await dialog.getByRole('button', { name: 'Cancel' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await page.waitForTimeout(500);
  expect(await dialog.isVisible()).toBe(true);

  await page.evaluate('window.letGo()');
  await dialog.waitFor({ state: 'hidden' });
  const first = page.getByRole('row', { name: 'Unit 1', exact: true });
  await expect.poll(() => first.innerText()).toContain('The minister came to Berlin.');
  expect(complaints).toEqual([]);
});
