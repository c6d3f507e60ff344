import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve, target, type Host } from '../support/page.ts';

const typed = 'Typed while the app was away.';

const article = 'Der Minister kam nach Berlin.\nEr sprach mit der Presse.';

/** A tab in which a text was typed after the app had ended. */
async function leftBehind(home: string) {
  const host = await serve(home);
  const { page } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, article);
  await target(page, 1).click();
  await host.stop();
  await page.getByText('Reconnecting… your text is kept.').waitFor();
  await page.keyboard.type(typed);
  const port = Number(new URL(host.url).port);
  return { page, port };
}

/** Shows a launch's address in a tab of an earlier one. */
const visit = (page: Awaited<ReturnType<typeof leftBehind>>['page'], { url }: Host) =>
  page.evaluate((address) => void (window.location.href = address), url);

test('a text that an earlier launch did not save is shown to be copied, and saved by the later one in the same tab', async () => {
  const home = temporaryFolder();
  const { page, port } = await leftBehind(home);
  const later = await serve(home, { port });
  await page.getByRole('heading', { name: /earlier launch/ }).waitFor();
  const unsaved = page.getByRole('list', { name: 'Unsaved texts' });
  await unsaved.getByText(typed).waitFor();
  await unsaved.getByRole('button', { name: 'Copy' }).waitFor();

  await visit(page, later);
  await expect.poll(() => target(page, 1).innerText()).toBe(typed);
  await page.reload();
  await expect.poll(() => target(page, 1).innerText()).toBe(typed);
});

test('it is not put into another library that holds the same article', async () => {
  const home = temporaryFolder();
  const twin = await serve(home);
  const { page: elsewhere } = await openWindow();
  await elsewhere.goto(twin.url);
  await pasteArticle(elsewhere, article);
  await target(elsewhere, 1).waitFor();
  await elsewhere.close();
  await twin.stop();

  const { page, port } = await leftBehind(temporaryFolder());
  const other = await serve(home, { port });
  await page.getByRole('heading', { name: /earlier launch/ }).waitFor();
  await visit(page, other);
  const dialog = page.getByRole('dialog', { name: 'These texts could not be saved' });
  await dialog.getByText(typed).waitFor();
  await page.keyboard.press('Escape');
  expect(await target(page, 1).innerText()).not.toContain(typed);
});

test('it is not put into another library, but shown there', async () => {
  const { page, port } = await leftBehind(temporaryFolder());
  const other = await serve(temporaryFolder(), { port });
  await page.getByRole('heading', { name: /earlier launch/ }).waitFor();
  await visit(page, other);
  const dialog = page.getByRole('dialog', { name: 'These texts could not be saved' });
  await dialog.getByText(typed).waitFor();
  // Closing it is not discarding them.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.reload();
  await dialog.getByRole('button', { name: 'Discard them' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Open the sample articles' }).waitFor();
  expect(await dialog.isVisible()).toBe(false);
});
