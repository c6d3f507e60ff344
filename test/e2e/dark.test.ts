import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/library.ts';
import { openSample, openWindow, serve } from '../support/page.ts';

test('in the dark, buttons in the accent colour can be read', async () => {
  const host = await serve(temporaryFolder());
  const { page } = await openWindow('dark');
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open the sample articles' }).click();
  await openSample(page, 'Polish');
  const colours = (name: string) =>
    page.getByRole('button', { name }).evaluate((button) => {
      const { color, backgroundColor } = getComputedStyle(button);
      const token = (property: string) => {
        const probe = document.createElement('span');
        probe.style.color = `var(${property})`;
        document.body.append(probe);
        return getComputedStyle(probe).color;
      };
      const tokens = [token('--accent'), token('--on-accent')];
      return [color, backgroundColor].map((colour) => ['accent', 'on-accent'][tokens.indexOf(colour)]);
    });
  expect(await colours('Export…')).toEqual(['on-accent', 'accent']);

  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('listitem')
    .last()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect((await colours('Undo'))[0]).toBe('accent');
});
