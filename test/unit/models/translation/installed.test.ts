import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  chooseModel,
  covers,
  installedModels,
  type InstalledModel,
} from '../../../../models/translation/installed.ts';
import { modelsFolder, putModel } from './model-folder.ts';

const demo = ['Am Montag meldete die Polizei 45 Festnahmen in Wien nach dem Sturm.'];
const news = ['Kim Jong Un reiste am Dienstag nach Russland.'];

/** The models of a folder without the embedded one. */
const added = (folder: string): InstalledModel[] =>
  installedModels(folder).filter((model) => !model.embedded);

test('the mini model is always there, whatever the folder', () => {
  expect(installedModels('/nowhere/at/all')).toMatchObject([
    {
      id: 'mini',
      source: ['de', 'sl', 'pl', 'nb', 'sq'],
      embedded: true,
      closedVocabulary: true,
      problem: null,
    },
  ]);
});

test('models are found as plain folders and as on the hub', () => {
  const folder = modelsFolder();
  putModel(folder, 'opus-mt-pl-en');
  putModel(folder, 'Xenova/opus-mt-de-en');
  mkdirSync(join(folder, 'empty'));
  expect(added(folder)).toMatchObject([
    {
      id: 'Xenova/opus-mt-de-en',
      name: 'Opus-MT German – English',
      source: ['de'],
      target: 'en',
      problem: null,
    },
    { id: 'opus-mt-pl-en', source: ['pl'], sizeBytes: 1_496_250, closedVocabulary: false },
  ]);
});

test('a model that is dropped in is used at once, and gone when it is taken away', () => {
  const folder = modelsFolder();
  expect(chooseModel(installedModels(folder), 'de', news)).toBeNull();
  putModel(folder, 'opus-mt-de-en');
  expect(chooseModel(installedModels(folder), 'de', news)?.id).toBe('opus-mt-de-en');
  rmSync(join(folder, 'opus-mt-de-en'), { recursive: true });
  expect(chooseModel(installedModels(folder), 'de', news)).toBeNull();
});

test.each([
  ['opus-mt-no-en', ['nb', 'nn', 'no']],
  ['opus-mt-slv-eng', ['sl']],
  ['tc-big-sh-en', ['sr-Latn']],
  ['opus-mt-bat-en', ['lt', 'lv']],
  ['opus-mt-de-fr', []],
  ['model', []],
])('the name %s tells the languages %j', (name, source) => {
  const folder = modelsFolder();
  putModel(folder, name);
  const [model] = added(folder);
  expect(model?.source).toEqual(source);
  expect(model?.problem?.code).toBe(source.length === 0 ? 'model.language' : undefined);
});

test('bitext.json says what the name does not', () => {
  const folder = modelsFolder();
  writeFileSync(join(putModel(folder, 'model'), 'bitext.json'), '{"source": ["sl", "hr"], "name": "Ours"}');
  expect(added(folder)).toMatchObject([{ name: 'Ours', source: ['sl', 'hr'], target: 'en', problem: null }]);
});

test.each([
  ['{"source": ["de"], "target": "fr"}', 'model.target', /into French/],
  ['{"source": "de"}', 'model.description', /bitext\.json/],
  ['{"source": ["de"]', 'model.description', /bitext\.json/],
  ['', 'model.description', /bitext\.json/],
])('a model with the bitext.json %s is listed with its problem and never chosen', (words, code, message) => {
  const folder = modelsFolder();
  writeFileSync(join(putModel(folder, 'opus-mt-de-en'), 'bitext.json'), words);
  expect(added(folder)).toMatchObject([{ problem: { code, message: expect.stringMatching(message) } }]);
  expect(chooseModel(installedModels(folder), 'de', news)).toBeNull();
});

test('British English is English', () => {
  const folder = modelsFolder();
  writeFileSync(join(putModel(folder, 'model'), 'bitext.json'), '{"source": ["de"], "target": "en-GB"}');
  expect(chooseModel(installedModels(folder), 'de', news)?.id).toBe('model');
});

test('a broken model is listed with its problem and never chosen, and used once it is mended', () => {
  const folder = modelsFolder();
  const model = putModel(folder, 'opus-mt-de-en');
  truncateSync(join(model, 'onnx/encoder_model_quantized.onnx'), 1000);
  expect(added(folder)).toMatchObject([{ problem: { code: 'model.damaged' }, version: '' }]);
  expect(chooseModel(installedModels(folder), 'de', news)).toBeNull();
  putModel(folder, 'opus-mt-de-en');
  expect(added(folder)).toMatchObject([{ problem: null }]);
});

const waysToBeUnreadable: [string, (model: string) => void][] = [
  [
    'a link in a circle',
    (model) => {
      rmSync(join(model, 'config.json'));
      symlinkSync('config.json', join(model, 'config.json'));
    },
  ],
];
// Root may read everything.
if (process.getuid?.() !== 0) {
  waysToBeUnreadable.push(['a folder that may not be entered', (model) => chmodSync(model, 0o400)]);
}

test.skipIf(process.platform === 'win32').each(waysToBeUnreadable)(
  '%s is the problem of that model alone',
  (_name, change) => {
    const folder = modelsFolder();
    const model = putModel(folder, 'opus-mt-de-en');
    putModel(folder, 'opus-mt-pl-en');
    onTestFinished(() => chmodSync(model, 0o700));
    change(model);
    expect(added(folder)).toMatchObject([
      {
        id: 'opus-mt-de-en',
        problem: { code: 'model.unreadable', message: expect.stringContaining(model) },
        version: '',
      },
      { id: 'opus-mt-pl-en', problem: null },
    ]);
  },
);

test('the version follows the content', () => {
  const folder = modelsFolder();
  putModel(folder, 'opus-mt-de-en');
  const [before] = added(folder);
  expect(before?.version).toMatch(/^[0-9a-f]{12}$/u);
  writeFileSync(join(folder, 'opus-mt-de-en/generation_config.json'), '{"max_length": 400}');
  expect(added(folder)[0]?.version).not.toBe(before?.version);
});

test('an installed model goes before the mini model, one for few languages before one for many', () => {
  const folder = modelsFolder();
  expect(chooseModel(installedModels(folder), 'de', demo)?.id).toBe('mini');
  writeFileSync(join(putModel(folder, 'many'), 'bitext.json'), '{"source": ["de", "pl", "sl"]}');
  expect(chooseModel(installedModels(folder), 'de', demo)?.id).toBe('many');
  putModel(folder, 'opus-mt-de-en');
  expect(chooseModel(installedModels(folder), 'de', demo)?.id).toBe('opus-mt-de-en');
  expect(chooseModel(installedModels(folder), 'de-AT', demo)?.id).toBe('opus-mt-de-en');
  expect(chooseModel(installedModels(folder), 'sq', news)).toBeNull();
});

test('only a closed vocabulary can fail to cover a text', () => {
  const folder = modelsFolder();
  putModel(folder, 'opus-mt-de-en');
  const [german, mini] = installedModels(folder);
  expect(covers(german!, news, 'de')).toEqual({ covered: true, unknown: [] });
  expect(covers(mini!, news, 'de').covered).toBe(false);
  expect(covers(mini!, news, 'de').unknown).toContain('Kim');
});
