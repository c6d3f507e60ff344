import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { verifyModel } from '../../models/installation/verify.ts';
import { filesBelow, zip } from '../support/archives.ts';
import { dripping, startHub, type Hub } from '../support/hub.ts';
import { temporaryFolder } from '../support/library.ts';
import { longArticle } from '../support/newswire.ts';
import { openWindow, pasteArticle, serve, target } from '../support/page.ts';

const mini = join(import.meta.dirname, '../../models/mini/weights');
const REPOSITORY = 'Xenova/opus-mt-de-en';
const NAME = 'Opus-MT German – English';

const { text, english } = longArticle(2);
/** The last sentence is outside the demo model's vocabulary, so that the article needs another one. */
const ARTICLE = `${text}Die Stadt Köln hat am Freitag ihr neues Museum eröffnet.`;

/** A window with an article that waits for a model, and a hub that has it: the mini model's files. */
async function opened({ isHubFixed = true } = {}) {
  const hub = await startHub({ [REPOSITORY]: mini });
  const before = process.env['BITEXT_HUB'];
  if (isHubFixed) process.env['BITEXT_HUB'] = hub.url;
  onTestFinished(() => {
    if (before === undefined) delete process.env['BITEXT_HUB'];
    else process.env['BITEXT_HUB'] = before;
  });
  const home = temporaryFolder();
  const host = await serve(home);
  const window = await openWindow();
  await window.page.goto(host.url);
  await pasteArticle(window.page, ARTICLE);
  await window.page.getByText('German needs a model that is not on this machine yet').waitFor();
  return { ...window, hub, home };
}

const review = (page: Page) => page.getByRole('main', { name: 'Review' });
const models = (page: Page) => page.getByRole('main', { name: 'Models' });
const refusing: Hub['fault'] = () => (_request, response) => response.writeHead(403).end();

/** Presses Tab until the control of that name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${name}`);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

test('a model is got, watched and used by the keyboard alone', async () => {
  const { page, hub, complaints } = await opened();
  let isOver = false;
  hub.fault = dripping(hub, () => isOver);
  await page.getByRole('searchbox', { name: 'Search the library' }).focus();
  await tabTo(page, /^Get the German model · about 112 MB$/);
  await page.keyboard.press('Enter');

  await review(page).getByText('The German model is on its way').waitFor();
  // With small files there and one half of a large one, it is well past the middle, and says how long it will take.
  await review(page)
    .getByText(/of 1\.\d MB · .*left$/)
    .waitFor();
  const bar = review(page).getByRole('progressbar', { name: new RegExp(`^${NAME}`) });
  expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(20);
  await expect.poll(() => focused(page)).toBe(`Cancel ${NAME}`);
  isOver = true;

  await review(page).getByText('The German model is here').waitFor();
  await page.getByRole('status').getByText(`${NAME} is installed`).waitFor();
  await expect.poll(() => focused(page)).toBe('Translate 3 sentences');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Status' }).getByText('3 draft').waitFor();
  expect(await target(page, 1).innerText()).toBe(english[0]);
  expect(await target(page, 2).innerText()).toBe(english[1]);
  expect(await review(page).getByText('The German model is here').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
});

test('a download that was cancelled goes on where it stopped', async () => {
  const { page, hub } = await opened();
  hub.fault = dripping(hub);
  await page.getByRole('button', { name: /^Get the German model/ }).click();
  await review(page)
    .getByText(/^0\.\d of 1\.\d MB/)
    .waitFor();
  // Seen from everywhere: with the library in its foot, without it below the text.
  const anywhere = page.getByRole('button', { name: `${NAME} is being installed. Show the models` });
  await anywhere.waitFor();
  await page.getByRole('button', { name: 'Hide the library' }).click();
  await anywhere.click();

  await models(page)
    .getByRole('button', { name: `Cancel ${NAME}` })
    .click();
  await models(page)
    .getByText(/^Stopped at \d\.\d of 1\d*\.?\d* MB/)
    .waitFor();
  await expect.poll(() => focused(page)).toBe(`Go on with ${NAME}`);
  expect(await anywhere.isVisible()).toBe(false);

  hub.fault = () => {};
  hub.seen.length = 0;
  await page.keyboard.press('Enter');
  await models(page).getByRole('region', { name: 'German' }).getByText(`${NAME} is here`).waitFor();
  const rest = hub.seen.filter(
    ({ host, method, headers }) => host === 'cdn' && method === 'GET' && headers.range,
  );
  expect(rest.length).toBeGreaterThan(0);
});

test('why a download failed stands where it was begun, with the way to try again', async () => {
  const { page, hub } = await opened();
  hub.fault = refusing;
  await page.getByRole('button', { name: /^Get the German model/ }).click();
  await review(page).getByText('The German model did not come').waitFor();
  await review(page)
    .getByText(/does not give out .*opus-mt-de-en/)
    .waitFor();
  // The message says already how else to have it.
  expect(await review(page).getByText('Without a network here').isVisible()).toBe(false);
  await page.getByRole('status').getByText(`${NAME} was not installed`).waitFor();
  await page.getByRole('button', { name: `Not installed: ${NAME}` }).waitFor();

  hub.fault = () => {};
  await review(page)
    .getByRole('button', { name: /^Try again/ })
    .click();
  await review(page).getByText('The German model is here').waitFor();
  expect(await page.getByRole('button', { name: /^Not installed/ }).isVisible()).toBe(false);
});

test('a licence that forbids commercial use wants a consent first, once', async () => {
  const { page, hub } = await opened();
  await page.getByRole('button', { name: 'Other models…' }).click();
  const german = models(page).getByRole('region', { name: 'German' });
  expect(await page.getByRole('searchbox', { name: /for a language/ }).inputValue()).toBe('German');
  await german.getByRole('button', { name: /other models for German/ }).click();
  await german.getByRole('button', { name: /^Get NLLB-200/ }).click();
  const dialog = page.getByRole('dialog', { name: 'For non-commercial use only' });
  await dialog.getByRole('link', { name: 'CC-BY-NC-4.0' }).waitFor();
  const get = dialog.getByRole('button', { name: /^Get it · about 917 MB/ });
  expect(await get.isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  // It asked nobody for anything.
  expect(hub.seen).toEqual([]);

  await german.getByRole('button', { name: /^Get NLLB-200/ }).click();
  await dialog.getByRole('checkbox', { name: /^I agree/ }).check();
  await get.click();
  // This hub has no such model; that it was asked for it is enough.
  await german.getByRole('button', { name: /^Try again: NLLB/ }).waitFor();
  expect(hub.seen.length).toBeGreaterThan(0);
  hub.seen.length = 0;
  await german.getByRole('button', { name: /^Try again: NLLB/ }).click();
  await expect.poll(() => hub.seen.length).toBeGreaterThan(0);
  expect(await dialog.isVisible()).toBe(false);
});

test('a folder is handed over by the browser and installed; removing it asks first', async () => {
  const { page, hub, complaints } = await opened();
  const folder = join(temporaryFolder(), 'opus-mt-de-en');
  cpSync(mini, folder, { recursive: true });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Install from folder…' }).click();
  await (await chooser).setFiles(folder);
  await review(page).getByText('The German model is here').waitFor();
  expect(hub.seen).toEqual([]);

  await page.keyboard.press('ControlOrMeta+Shift+m');
  const row = models(page)
    .getByRole('region', { name: 'On this machine' })
    .getByRole('listitem', { name: NAME });
  await row.getByText(/^checked (?:just now|\d)/).waitFor();
  await row.getByRole('button', { name: `Actions for ${NAME}` }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${NAME}?` });
  await dialog.getByText(/frees 1\.\d MB and cannot be undone/).waitFor();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await row.getByRole('button', { name: `Actions for ${NAME}` }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await dialog.getByRole('button', { name: /^Remove, free/ }).click();
  await row.waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await review(page).getByText('German needs a model that is not on this machine yet').waitFor();
  expect(complaints).toEqual([]);
});

test('installed models are copied to a stick, and a wrong folder is told in words', async () => {
  const { page } = await opened();
  await page.getByRole('button', { name: /^Get the German model/ }).click();
  await review(page).getByText('The German model is here').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await models(page).getByRole('button', { name: 'Copy to a stick…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy models to a stick' });
  expect(await dialog.getByRole('checkbox', { name: NAME }).isChecked()).toBe(true);
  const stick = temporaryFolder();
  const field = dialog.getByRole('textbox', { name: 'Folder of the stick' });
  await field.fill(join(stick, 'mistyped'));
  await page.keyboard.press('Enter');
  await dialog.getByText(/There is no folder .*mistyped\. Is the stick connected/).waitFor();
  await field.fill(stick);
  await page.keyboard.press('Enter');
  await dialog.getByText(/^1 model copied to .*bitext-models/).waitFor();

  expect(existsSync(join(stick, 'bitext-models', REPOSITORY, 'config.json'))).toBe(true);
});

test('a damaged copy is told by the path that was chosen, and can only be dismissed', async () => {
  const { page } = await opened();
  const folder = join(temporaryFolder(), 'opus-mt-de-en');
  cpSync(mini, folder, { recursive: true });
  await verifyModel({ name: NAME, folder, embedded: false });
  const file = join(folder, 'onnx/encoder_model_quantized.onnx');
  const bytes = readFileSync(file);
  bytes[70_000]! ^= 1;
  writeFileSync(file, bytes);
  const notes = join(temporaryFolder(), 'notes.zip');
  writeFileSync(notes, 'no archive');
  await page.keyboard.press('ControlOrMeta+Shift+m');
  for (const [item, chosen, problem] of [
    [
      'A folder…',
      folder,
      `The copy of ${NAME} that was to be installed is damaged: its file onnx/encoder_model_quantized.onnx in opus-mt-de-en is not as it was when it was packed. Copy it again.`,
    ],
    ['A .zip or .tar.gz archive…', notes, 'notes.zip is neither a folder nor a .zip or .tar.gz archive'],
  ] as const) {
    const chooser = page.waitForEvent('filechooser');
    await models(page).getByRole('button', { name: 'Install from…' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await (await chooser).setFiles(chosen);
    const row = models(page).getByRole('listitem', { name: basename(chosen) });
    await row.getByText(problem).waitFor();
    expect(await row.getByRole('button').allInnerTexts()).toEqual(['Dismiss']);
    await row.getByRole('button', { name: /^Dismiss/ }).click();
    await row.waitFor({ state: 'detached' });
  }
});

test('an installed model goes on saying how good it is and what its licence forbids', async () => {
  const { page, home } = await opened();
  for (const id of [REPOSITORY, 'Xenova/nllb-200-distilled-600M'])
    cpSync(mini, join(home, 'models', id), { recursive: true });
  await page.reload();
  await page.keyboard.press('ControlOrMeta+Shift+m');
  const here = models(page).getByRole('region', { name: 'On this machine' });
  const opus = here.getByRole('listitem', { name: NAME });
  await opus.getByText(/^Good: reads well, mostly right · 66\.7 chrF on FLORES/).waitFor();
  expect(await opus.getByText('non-commercial').isVisible()).toBe(false);
  const nllb = here.getByRole('listitem', { name: /^NLLB-200/ });
  // Of its two hundred languages the library's is told.
  await nllb.getByText(/^(?:Good|Fair): .* · (?:\d+\.\d \w+ on|no figure for German)/).waitFor();
  await nllb.getByText('for non-commercial use only').waitFor();
});

test('an archive that is dropped anywhere is a model to install, not an article', async () => {
  const { page } = await opened();
  const archive = zip(filesBelow(mini, 'opus-mt-de-en')).toString('base64');
  await page.evaluate((base64) => {
    const raw = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([raw], 'german.zip'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, archive);
  await models(page).getByRole('region', { name: 'German' }).getByText(`${NAME} is here`).waitFor();
  await page.getByRole('status').getByText('german.zip is installed').waitFor();
  expect(await page.getByText(/could not be imported/).isVisible()).toBe(false);
});

test('everything in the models view has a name, and the keyboard comes back to where it left', async () => {
  const { page } = await opened();
  const open = page.getByRole('button', { name: 'Models', exact: true });
  await open.focus();
  await page.keyboard.press('Enter');
  await models(page).getByRole('region', { name: 'All others' }).waitFor();
  await expect.poll(() => focused(page)).toBe('Find models for a language');
  // By the computed names, as a screen reader hears them.
  const unnamed = await models(page).evaluate((main) =>
    [...main.querySelectorAll('button, a, input, section, progress, li')].flatMap((element) =>
      (element.getAttribute('aria-label') ?? element.textContent).trim() === '' ? [element.outerHTML] : [],
    ),
  );
  expect(unnamed).toEqual([]);
  const gets = await models(page)
    .getByRole('region', { name: 'All others' })
    .getByRole('button', { name: /^Get / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
  expect(gets.length).toBeGreaterThan(25);
  expect(new Set(gets).size).toBe(gets.length);
  const levels = await models(page)
    .getByRole('heading')
    .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels[0]).toBe(2);
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);

  await page.keyboard.type('croat');
  await models(page).getByRole('region', { name: 'Croatian' }).waitFor();
  await page.keyboard.press('Escape');
  await models(page).getByRole('region', { name: 'All others' }).waitFor();
  await page.keyboard.press('Escape');
  await review(page).waitFor();
  await expect.poll(() => focused(page)).toBe('Models');
});

test('a damaged model says so in its article, and is repaired there', async () => {
  const { page, hub, home } = await opened();
  await page.getByRole('button', { name: /^Get the German model/ }).click();
  await review(page).getByText('The German model is here').waitFor();
  const file = join(home, 'models', REPOSITORY, 'onnx/encoder_model_quantized.onnx');
  const bytes = readFileSync(file);
  bytes[70_000]! ^= 1;
  writeFileSync(file, bytes);
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await models(page).getByRole('button', { name: 'Check all' }).click();
  await page.getByRole('status').getByText('1 model of 2 is damaged').waitFor();
  await models(page)
    .getByRole('button', { name: `Repair ${NAME}` })
    .waitFor();
  await page.getByRole('button', { name: 'Close the models' }).click();

  await review(page).getByText('The German model is damaged').waitFor();
  hub.seen.length = 0;
  await review(page).getByRole('button', { name: 'Repair the German model' }).click();
  await review(page).getByText('The German model is here').waitFor();
  // Of the large files only the damaged one came again.
  expect(hub.seen.filter(({ host, method }) => host === 'cdn' && method === 'GET')).toHaveLength(1);
});

test('a translation that meets a damaged model goes on with that one repaired, or another that is chosen', async () => {
  const { page, hub, home } = await opened();
  await page.getByRole('button', { name: /^Get the German model/ }).click();
  await review(page).getByText('The German model is here').waitFor();
  const file = join(home, 'models', REPOSITORY, 'onnx/encoder_model_quantized.onnx');
  const whole = readFileSync(file);
  const bytes = Buffer.from(whole);
  bytes[70_000]! ^= 1;
  writeFileSync(file, bytes);
  // All of its words are the demo model's, too.
  await pasteArticle(page, text);
  await review(page)
    .getByRole('button', { name: /^Translate 2 sentences$/ })
    .click();
  const note = review(page).getByRole('alert');
  await note.getByText('The translation stopped').waitFor();
  await note.getByRole('button', { name: 'Translate with Mini demo model' }).waitFor();
  expect(await note.getByRole('button').allInnerTexts()).toEqual([
    'Repair the model',
    'Translate with Mini demo model',
  ]);
  // Nor is there a button that would take the other one unasked.
  expect(await review(page).getByRole('button', { name: 'Translate 2 sentences' }).count()).toBe(0);

  hub.seen.length = 0;
  await note.getByRole('button', { name: 'Repair the model' }).click();
  await review(page).getByText('The model is repaired').waitFor();
  expect(readFileSync(file).equals(whole)).toBe(true);
  await review(page).getByRole('region', { name: 'Status' }).getByText('2 untranslated').waitFor();
  await review(page).getByRole('status').getByRole('button', { name: 'Translate 2 sentences' }).click();
  await review(page).getByRole('region', { name: 'Status' }).getByText('2 draft').waitFor();
  // Above the drafts stands who made them.
  await review(page).getByText(NAME, { exact: true }).waitFor();
});

test('models can be got from another address, which is told when it is none', async () => {
  const { page, hub } = await opened({ isHubFixed: false });
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await models(page).getByText('Models are downloaded from https://huggingface.co').waitFor();
  await models(page).getByRole('button', { name: 'Another address…' }).click();
  const field = models(page).getByRole('textbox', { name: /^Address/ });
  await field.fill('the office');
  await page.keyboard.press('Enter');
  await models(page)
    .getByText(/is no address of a model hub/)
    .waitFor();
  await field.fill(hub.url);
  await page.keyboard.press('Enter');
  await models(page).getByText(`Models are downloaded from ${hub.url}`).waitFor();
  await models(page)
    .getByRole('button', { name: `Get ${NAME}, about 112 MB` })
    .click();
  await models(page).getByRole('region', { name: 'German' }).getByText(`${NAME} is here`).waitFor();
  expect(hub.seen.length).toBeGreaterThan(0);
});
