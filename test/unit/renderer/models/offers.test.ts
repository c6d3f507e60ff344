import { expect, test } from 'vitest';
import type { Article, Model } from '../../../../electron/contract.ts';
import { modelChoices } from '../../../../electron/workbench/model-choices.ts';
import { knownModels, knownModelsFor } from '../../../../models/translation/catalogue.ts';
import {
  damagedFor,
  expectationOf,
  figureFor,
  languagesNamed,
  libraryLanguages,
  offersFor,
  recommendedFor,
  type ModelList,
} from '../../../../renderer/models/offers.ts';

/** The real catalogue, as the workbench shows it. */
const list = (installed: Model[] = []): ModelList => ({
  folder: '/models',
  freeBytes: null,
  hub: { url: 'https://hub', isFixed: false },
  installed,
  known: knownModels.map((model) => ({ ...model, note: model.note ?? null, consentedAt: null })),
  choices: modelChoices(),
  downloads: [],
});

const model = (changed: Partial<Model>): Model => ({
  id: 'Xenova/opus-mt-de-en',
  name: 'Opus-MT German – English',
  folder: '/models/Xenova/opus-mt-de-en',
  source: ['de'],
  target: 'en',
  sizeBytes: 1,
  embedded: false,
  closedVocabulary: false,
  problem: null,
  version: 'abc',
  repository: 'Xenova/opus-mt-de-en',
  revision: null,
  licence: null,
  isNonCommercial: false,
  diskBytes: 1,
  verifiedAt: null,
  isRepairable: true,
  ...changed,
});

const article = (language: string | null, status: 'ready' | 'already-english' = 'ready') =>
  ({ language, readiness: { status } }) as Article;

test('what to expect of an installed model is told for a language of the library, as when it was offered', () => {
  const all = list();
  const many = all.known.find(({ id }) => id === 'm2m100_418M')!;
  const offered = offersFor(all, ['sl'], new Map())[0]?.offers.find(({ model: one }) => one === many);
  const { quality, figure } = offered!;
  expect(expectationOf(all, many, ['tlh', 'sl', 'de'])).toEqual({ language: 'sl', quality, figure });
  expect(expectationOf(all, many, [])).toMatchObject({ language: null, figure: null });
  const german = all.known.find(({ id }) => id === 'opus-mt-de-en')!;
  expect(expectationOf(all, german, ['sl'])).toMatchObject({ language: 'de', figure: { metric: 'chrF' } });
});

test('for every language of the catalogue the models come in the order of the workbench', () => {
  const all = list();
  expect(all.choices.length).toBeGreaterThan(50);
  for (const { language } of all.choices) {
    const [block] = offersFor(all, [language], new Map());
    expect(block?.offers.map((offer) => offer.model.id)).toEqual(
      knownModelsFor(language).map(({ id }) => id),
    );
  }
  expect(recommendedFor(all, 'de')?.model.id).toBe('opus-mt-de-en');
  expect(recommendedFor(all, 'sl')?.model.id).toBe('m2m100_418M');
  expect(recommendedFor(all, 'tlh')).toBeNull();
});

test('what is here is not offered, whole or damaged; a demo model is no model for a language', () => {
  const whole = offersFor(list([model({})]), ['de'], new Map([['de', 2]]))[0]!;
  expect(whole.installed).toHaveLength(1);
  expect(whole.offers.map((offer) => offer.model.id)).not.toContain('opus-mt-de-en');
  expect(whole.articles).toBe(2);

  // What is wrong with it may be that its languages cannot be read.
  const broken = model({ problem: 'Its config.json is missing.', source: [] });
  expect(damagedFor(list([broken]), 'de')).toEqual([broken]);
  expect(offersFor(list([broken]), ['de'], new Map())[0]).toMatchObject({ installed: [], damaged: [broken] });

  const demo = model({ id: 'mini', repository: null, closedVocabulary: true, embedded: true });
  expect(offersFor(list([demo]), ['de'], new Map())[0]?.installed).toEqual([]);
});

test('the languages of a library are those that want a translation, most articles first', () => {
  const articles = ['sl', 'de', 'sl', null, 'pl'].map((language) => article(language));
  expect([...libraryLanguages([...articles, article('en', 'already-english')])]).toEqual([
    ['sl', 2],
    ['de', 1],
    ['pl', 1],
  ]);
});

test('a language is found by a part of its name, in any case, or by its tag', () => {
  expect(languagesNamed(list(), 'norw')).toEqual(['nb', 'nn']);
  expect(languagesNamed(list(), ' SLO')).toEqual(['sk', 'sl']);
  expect(languagesNamed(list(), 'sr-latn')).toEqual(['sr-Latn']);
  expect(languagesNamed(list(), 'Deutsch')).toEqual(['de']);
  expect(languagesNamed(list(), 'Slovenščina')).toEqual(['sl']);
  expect(languagesNamed(list(), 'slovenscina')).toEqual(['sl']);
  expect(languagesNamed(list(), 'Українська')).toEqual(['uk']);
  expect(languagesNamed(list(), 'Klingon')).toEqual([]);
});

test('the figure that can be compared comes first, of the language itself or else of the one it belongs to', () => {
  const of = (language: string, metric: 'chrF' | 'BLEU', testSet: string) => ({
    language,
    metric,
    testSet,
    value: 50,
    source: 'https://x',
  });
  const figures = [of('de', 'BLEU', 'newstest2020'), of('de', 'chrF', 'FLORES-101 devtest')];
  expect(figureFor({ figures }, 'de')).toBe(figures[1]);
  expect(figureFor({ figures: [of('sr', 'BLEU', 'Tatoeba')] }, 'sr-Latn')?.testSet).toBe('Tatoeba');
  expect(figureFor({ figures }, 'sl')).toBeNull();
});
