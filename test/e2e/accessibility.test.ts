import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openSample, openWindow, serve, target } from '../support/page.ts';

async function opened() {
  const host = await serve(temporaryFolder());
  const { page } = await openWindow();
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  await openSample(page, 'Polish');
  const row = page.getByRole('row', { name: 'Unit 1', exact: true });
  await target(page, 1).click();
  return {
    page,
    row,
    focused: () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
  };
}

test('an approval can be taken back and given with the keys alone', async () => {
  const { page, row, focused } = await opened();
  await page.keyboard.press('ControlOrMeta+Alt+Enter');
  await row.getByRole('img', { name: 'Edited' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Approve unit 1');
  await page.keyboard.press('Enter');
  await row.getByRole('img', { name: 'Approved' }).waitFor();
});

test('the header is a row of the grid as well', async () => {
  const { page, row } = await opened();
  const grid = page.getByRole('grid');
  expect(await grid.getAttribute('aria-rowcount')).toBe('20');
  expect(await grid.getByRole('row').first().getAttribute('aria-rowindex')).toBe('1');
  expect(await row.getAttribute('aria-rowindex')).toBe('2');
});

test('a save is shown, but not read out at each pause of the typing', async () => {
  const { page } = await opened();
  const status = page.getByRole('region', { name: 'Status' });
  await page.evaluate(() => {
    const live = document.querySelector<HTMLElement>('[aria-label=Status] [role=status]')!;
    live.dataset['said'] = '';
    new MutationObserver(() => (live.dataset['said'] += live.textContent)).observe(live, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await page.keyboard.type(' And more.');
  await status.getByText(/^Saved/).waitFor();
  expect(await status.getByRole('status').getAttribute('data-said')).toBe('');
  await page.keyboard.press('ControlOrMeta+Alt+Enter');
  await expect
    .poll(() => status.getByRole('status').getAttribute('data-said'))
    .toContain('This unit is not approved');
});

test('Escape closes an open menu and nothing else', async () => {
  const { page, focused } = await opened();
  const actions = page.getByRole('button', { name: 'Actions for “Kim w rosji”' });
  await actions.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  expect(await focused()).toBe('Actions for “Kim w rosji”');
});
