import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dripping, type Hub } from '../support/hub.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../data/samples', name), 'utf8');

const openArticle = (page: Page, shelf: RegExp, language: string) =>
  page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('region', { name: shelf })
    .getByRole('button', { name: new RegExp(`, ${language}`) })
    .click();

const row = (page: Page, number: number) =>
  page
    .getByRole('row', { name: `Unit ${number}`, exact: true })
    .locator('[role=gridcell][lang=en]')
    .first();

/** What stands around the window: the hub that models come from, and the data folder. */
interface Stage {
  hub: Hub;
  home: string;
}

const refusing: Hub['fault'] = () => (_request, response) => response.writeHead(403).end();

/** Each view, and how one gets there from the one before it. */
export const views: Record<string, (page: Page, stage: Stage) => Promise<void>> = {
  welcome: async (page) => {
    await page.getByRole('button', { name: 'Open the sample articles' }).waitFor();
  },
  review: async (page) => {
    await page.getByRole('button', { name: 'Open the sample articles' }).click();
    await openArticle(page, /^Sample/, 'Slovenian');
    await row(page, 4).click();
  },
  untranslated: async (page) => {
    await openArticle(page, /^Demo/, 'German');
    await page.getByRole('button', { name: /^Translate \d+ sentences$/ }).waitFor();
  },
  translated: async (page) => {
    await page.getByRole('button', { name: /^Translate \d+ sentences$/ }).click();
    await page
      .getByRole('region', { name: 'Status' })
      .getByText(/^1[0-2] draft/)
      .waitFor();
    await row(page, 1).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(
      'The fire service reported 45 injured in Vienna after the storm of 19 September.',
    );
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Police counted 15 damaged bridges in the south on Thursday.');
    await page
      .getByRole('region', { name: 'Status' })
      .getByText(/^Saved/)
      .waitFor();
  },
  'needs-model': async (page) => {
    await paste(
      page,
      'Die Stadt Köln hat am Freitag ihr neues Museum eröffnet. Es zeigt Bilder aus vier Jahrhunderten.',
    );
    await page.getByText(/needs a model/).waitFor();
  },
  'model-failed': async (page, { hub }) => {
    hub.fault = refusing;
    await page.getByRole('button', { name: /^Get the German model/ }).click();
    await page.getByText(/did not come/).waitFor();
  },
  'model-coming': async (page, { hub }) => {
    hub.fault = dripping(hub);
    await page.getByRole('button', { name: /^Try again/ }).click();
    await page
      .getByText(/[KM]B\/s/)
      .first()
      .waitFor();
  },
  'models-coming': async (page) => {
    await page.keyboard.press('ControlOrMeta+Shift+m');
    await page
      .getByRole('main', { name: 'Models' })
      .getByText(/[KM]B\/s/)
      .waitFor();
  },
  'model-stopped': async (page) => {
    await page.getByRole('button', { name: /^Cancel Opus/ }).click();
    await page.getByText(/^Stopped at/).waitFor();
  },
  consent: async (page) => {
    await page
      .getByRole('button', { name: /^Get NLLB/ })
      .last()
      .click();
    await page.getByRole('dialog', { name: /non-commercial/ }).waitFor();
  },
  'model-arrived': async (page, { hub }) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    hub.fault = () => {};
    await page.getByRole('button', { name: 'Close the models' }).click();
    await page.getByRole('button', { name: /^Go on/ }).click();
    await page.getByText(/German model is here/).waitFor();
  },
  models: async (page) => {
    await page.getByRole('button', { name: 'Models', exact: true }).click();
    await page.getByRole('listitem', { name: 'M2M-100' }).first().waitFor();
  },
  'models-language': async (page) => {
    await page.getByRole('searchbox', { name: /language/ }).fill('Croatian');
    await page.getByRole('button', { name: /other models? for Croatian/ }).click();
  },
  'models-damaged': async (page, { home }) => {
    await page.getByRole('searchbox', { name: /language/ }).fill('');
    const file = join(home, 'models/Xenova/opus-mt-de-en/onnx/encoder_model_quantized.onnx');
    const bytes = readFileSync(file);
    bytes[70_000]! ^= 1;
    writeFileSync(file, bytes);
    await page.getByRole('button', { name: 'Check all' }).click();
    await page.getByRole('button', { name: /^Repair Opus/ }).waitFor();
  },
  'model-remove': async (page) => {
    await page.getByRole('button', { name: /^Remove Opus/ }).click();
    await page.getByRole('dialog', { name: /^Remove/ }).waitFor();
  },
  'needs-language': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await paste(page, 'Ok.');
    await page.getByText(/Which language/).waitFor();
  },
  aligned: async (page) => {
    // Another ending, so that it is not the sample that is there already; and a paragraph less than the translation has.
    await paste(
      page,
      `${read('sl-nova-ruska-ljubezen.txt').split('\n\n').toSpliced(2, 1).join('\n\n')}\n\nVir: arhiv`,
    );
    await page.getByRole('button', { name: 'Add an existing translation…' }).click();
    const dialog = page.getByRole('dialog', { name: /existing translation/ });
    await dialog.getByLabel(/paste the English/).fill(read('sl-nova-ruska-ljubezen.en.txt'));
    await dialog.getByRole('button', { name: 'Align the translation' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByText(/Only in the translation/)
      .first()
      .waitFor();
  },
  export: async (page) => {
    await openArticle(page, /^Sample/, 'Polish');
    await page.keyboard.press('ControlOrMeta+Shift+e');
    await page.getByRole('dialog', { name: /Export/ }).waitFor();
  },
  keys: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: /Keys/ }).waitFor();
  },
};

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('menuitem', { name: /Paste/ }).click();
  const dialog = page.getByRole('dialog', { name: /Paste/ });
  await dialog.getByRole('textbox').last().fill(text);
  await dialog.getByRole('button', { name: /Import|Add/ }).click();
}
