import { expect, test } from 'vitest';
import { languages } from '../../../../models/languages.ts';
import {
  knownModels,
  knownModelsFor,
  qualityFrom,
  translates,
} from '../../../../models/translation/catalogue.ts';

const idsFor = (language: string) => knownModelsFor(language).map(({ id }) => id);

test('every model is named after its repository, has a licence with its page, and translates into English', () => {
  expect(new Set(knownModels.map(({ id }) => id)).size).toBe(knownModels.length);
  for (const model of knownModels) {
    expect(model.repository.endsWith(`/${model.id}`)).toBe(true);
    expect(model.licence).not.toBe('');
    expect(model.licenceUrl).toMatch(/^https:\/\/huggingface\.co\//u);
    expect(model.target).toBe('en');
    expect(model.files.map(({ path }) => path)).toContain('onnx/decoder_model_merged_quantized.onnx');
  }
});

test('every kind of model in the list can be run', () => {
  expect(knownModels.filter(({ supported }) => !supported)).toEqual([]);
});

test('NLLB alone is not for everybody to use', () => {
  expect(
    knownModels.filter(({ isNonCommercial }) => isNonCommercial).map(({ id, licence }) => [id, licence]),
  ).toEqual([['nllb-200-distilled-600M', 'CC-BY-NC-4.0']]);
});

test('every language but English has a model', () => {
  const without = languages.filter(({ tag }) => knownModelsFor(tag).length === 0).map(({ tag }) => tag);
  expect(without).toEqual(['en']);
});

test('these languages have none but the one for non-commercial use, or the gist', () => {
  const isPlain = (language: string) =>
    knownModelsFor(language).some(({ isNonCommercial, quality }) => !isNonCommercial && quality !== 'gist');
  const listed = ['am', 'az', 'be', 'cy', 'eu', 'ga', 'hy', 'is', 'ka', 'mt', 'sw'];
  expect(listed.filter(isPlain)).toEqual([]);
  const samples = ['sl', 'sq', 'pl', 'de', 'nb', 'nn', 'hr', 'bs', 'sr', 'sr-Latn', 'mk', 'zh', 'zh-Hant'];
  expect(samples.filter((language) => !isPlain(language))).toEqual([]);
});

test('a model made for the language comes before one for many, and the non-commercial one after both', () => {
  const many = ['m2m100_418M', 'small100-onnx', 'nllb-200-distilled-600M'];
  expect(idsFor('de')).toEqual(['opus-mt-de-en', ...many]);
  expect(idsFor('pl')).toEqual(['opus-mt-pl-en', ...many]);
  expect(idsFor('zh')).toEqual(['opus-mt-zh-en', ...many]);
});

test.each(['sl', 'nb', 'sq'])(
  'for %s, which has none of its own, M2M-100 is recommended, and the gist is the last resort',
  (language) => {
    expect(idsFor(language)).toEqual([
      'm2m100_418M',
      'small100-onnx',
      'nllb-200-distilled-600M',
      'opus-mt-mul-en',
    ]);
    expect(knownModelsFor(language).at(-1)?.quality).toBe('gist');
  },
);

test('a model made for the language that gives no more than the gist comes after better ones for many', () => {
  expect(idsFor('hi')[0]).toBe('m2m100_418M');
  expect(idsFor('hi').at(-1)).toBe('opus-mt-hi-en');
});

test('a language sees its own figures, and the quality that they tell', () => {
  const [slovenian] = knownModelsFor('sl');
  expect(slovenian?.quality).toBe('fair');
  expect(slovenian?.figures.find(({ metric }) => metric === 'chrF')).toEqual({
    language: 'sl',
    metric: 'chrF',
    value: 56,
    testSet: 'FLORES-101 devtest',
    source: 'https://github.com/Helsinki-NLP/External-MT-leaderboard/tree/master/scores',
  });
  expect(new Set(slovenian?.figures.map(({ language }) => language))).toEqual(new Set(['sl']));
  expect(knownModelsFor('mk')[0]).toMatchObject({ id: 'm2m100_418M', quality: 'good' });
});

test('the quality of a model for one language is the one that its own figure tells', () => {
  const single = knownModels.filter(
    ({ source, figures }) => source.length === 1 && qualityFrom(figures) !== null,
  );
  expect(single.length).toBeGreaterThan(15);
  for (const { quality, figures } of single) expect(quality).toBe(qualityFrom(figures));
});

test('Serbian in Latin script is not offered a model that cannot be told of it', () => {
  expect(idsFor('sr')).toContain('nllb-200-distilled-600M');
  expect(idsFor('sr-Latn')).not.toContain('nllb-200-distilled-600M');
  expect(idsFor('sr-Latn')[0]).toBe('m2m100_418M');
});

test('a regional tag finds the models and figures of its language; an unknown language has none', () => {
  expect(knownModelsFor('de-AT')).toEqual(knownModelsFor('de'));
  expect(knownModelsFor('tlh')).toEqual([]);
});

test('a model into another language than English translates nothing for us', () => {
  expect(translates({ source: ['de'], target: 'en' }, 'de')).toBe(true);
  expect(translates({ source: ['de'], target: 'fr' }, 'de')).toBe(false);
});
