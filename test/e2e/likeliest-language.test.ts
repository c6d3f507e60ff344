import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, pasteArticle, serve } from '../support/page.ts';

test('the likeliest of languages that are too near to be told apart can be confirmed as it stands', async () => {
  const host = await serve(temporaryFolder());
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await pasteArticle(page, 'Predsjednik je jučer stigao u grad i održao govor pred narodom.');
  const review = page.getByRole('main', { name: 'Review' });
  await review.getByRole('button', { name: /^Language: .*please choose/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Language of/ });
  const likeliest = await dialog.getByRole('combobox').inputValue();
  await page.getByRole('option', { name: likeliest, exact: true }).click();
  await dialog.getByRole('button', { name: 'Use this language' }).click();
  await dialog.waitFor({ state: 'hidden' });

  // Chosen, it stands alone, and there is nothing left to confirm.
  await review.getByRole('button', { name: `Language: ${likeliest}, chosen by you` }).click();
  expect(await dialog.getByRole('button', { name: 'Change the language' }).isDisabled()).toBe(true);
  expect(complaints).toEqual([]);
});
