import { expect, test } from 'vitest';
import { knownModels, knownModelsFor, translates } from '../../../../models/translation/catalogue.ts';

test('every model has an id of its own and canonical language tags', () => {
  expect(new Set(knownModels.map((model) => model.id)).size).toBe(knownModels.length);
  for (const model of knownModels) {
    expect(model.repository.endsWith(`/${model.id}`)).toBe(true);
    expect(Intl.getCanonicalLocales(model.source)).toEqual(model.source);
    expect(model.target).toBe('en');
    expect(model.files).toContain('onnx/decoder_model_merged_quantized.onnx');
  }
});

test('only Marian models can be run so far', () => {
  for (const model of knownModels) expect(model.supported).toBe(model.kind === 'marian');
});

test('German and Polish have models of their own', () => {
  expect(knownModelsFor('de')[0]?.repository).toBe('Xenova/opus-mt-de-en');
  expect(knownModelsFor('pl')[0]?.repository).toBe('Xenova/opus-mt-pl-en');
});

test.each(['sl', 'sq', 'nb'])(
  'for %s there is only one for many languages, and it says how weak it is',
  (language) => {
    const known = knownModelsFor(language);
    expect(known.filter((model) => model.supported).map((model) => [model.id, model.quality])).toEqual([
      ['opus-mt-mul-en', 'gist'],
    ]);
    expect(known.map((model) => model.id)).toContain('nllb-200-distilled-600M');
  },
);

test('a regional tag finds the models of its language; an unknown language has none', () => {
  expect(knownModelsFor('de-AT')).toEqual(knownModelsFor('de'));
  expect(knownModelsFor('tlh')).toEqual([]);
});

test('the model that may not be used commercially says so', () => {
  expect(knownModels.find((model) => model.kind === 'nllb')?.licence).toBe('CC-BY-NC-4.0');
});

test('a model into another language than English translates nothing for us', () => {
  expect(translates({ source: ['de'], target: 'en' }, 'de')).toBe(true);
  expect(translates({ source: ['de'], target: 'fr' }, 'de')).toBe(false);
});
