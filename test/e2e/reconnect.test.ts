import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openWindow, serve } from '../support/page.ts';
import { childrenOf } from '../support/processes.ts';

test('the workbench is killed while she types: the window says so, reconnects, and every word is there', async () => {
  const host = await serve(temporaryFolder());
  const { page, complaints } = await openWindow();
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  const demos = page.getByRole('navigation', { name: 'Library' }).getByRole('region', { name: /^Demo/ });
  await demos.getByRole('button', { name: /, Polish/ }).click();
  await page.getByRole('row', { name: 'Unit 1', exact: true }).locator('[role=gridcell][lang=en]').click();
  const editor = page.locator('.cm-content');
  const status = page.getByRole('region', { name: 'Status' });
  await editor.pressSequentially('Before the crash. ');
  await status.getByText(/^Saved/).waitFor();

  const [workbench] = childrenOf(host.pid);
  process.kill(workbench!, 'SIGKILL');
  // The window stays usable: she goes on typing, in the same place.
  await editor.pressSequentially('During it. ', { delay: 20 });
  await page.getByText('Reconnecting… your text is kept.').waitFor({ state: 'hidden' });
  await editor.pressSequentially('After it.');
  await status.getByText(/^Saved/).waitFor();
  expect(await editor.innerText()).toBe('Before the crash. During it. After it.');

  await page.reload();
  await expect
    .poll(() => page.getByRole('row', { name: 'Unit 1', exact: true }).innerText())
    .toContain('Before the crash. During it. After it.');
  expect(complaints).toEqual([]);
});
