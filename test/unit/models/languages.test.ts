import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../models/errors.ts';
import { knownModels } from '../../../models/translation/catalogue.ts';
import { languageInfo, languageName, languages, normaliseTag } from '../../../models/languages.ts';

/** The normal tag, or null when it is refused as it should be. */
function normalOrRefused(tag: string): string | null {
  try {
    return normaliseTag(tag);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

describe('normaliseTag', () => {
  test.each([
    ['sl', 'sl'],
    ['SL', 'sl'],
    [' pl ', 'pl'],
    ['deu', 'de'],
    ['no', 'nb'],
    ['nn-NO', 'nn'],
    ['sq-AL', 'sq'],
    ['als', 'sq'],
    ['sr-Cyrl-RS', 'sr'],
    ['sr_Latn', 'sr-Latn'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['sh', 'sr-Latn'],
    ['iw', 'he'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['und', 'und'],
  ])('%s is %s', (tag, normal) => {
    expect(normaliseTag(tag)).toBe(normal);
  });

  test.each(['', 'x', 'no language', 'qqq', 'slovenščina', '12', 'sl--SI', '-'])('%j is refused', (tag) => {
    expect(() => normaliseTag(tag)).toThrow(InputError);
    expect(() => normaliseTag(tag)).toThrow('is not a language tag. Give a BCP 47 tag');
  });

  test('changes a tag once only, or refuses it', () => {
    const anyTag = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.stringMatching(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/),
      fc.constantFrom(...languages.map(({ tag }) => tag)),
    );
    fc.assert(
      fc.property(anyTag, (tag) => {
        const normal = normalOrRefused(tag);
        fc.pre(normal !== null);
        expect(normaliseTag(normal)).toBe(normal);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the table', () => {
  test('has every language once, by its normal tag, in order', () => {
    const tags = languages.map(({ tag }) => tag);
    expect(tags.map(normaliseTag)).toEqual(tags);
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags).toEqual(tags.toSorted());
  });

  test.each(languages)(
    '$tag: $name ($autonym) is written in $script',
    ({ tag, name, autonym, script, codes }) => {
      expect(name).toMatch(/^\p{Lu}/u);
      expect(autonym).not.toBe('');
      const usual = new Intl.Locale(tag).maximize().script;
      expect(script).toBe(usual);
      expect(codes.iso3).toMatch(/^[a-z]{3}$/);
      expect(codes.nllb ?? 'non_None').toMatch(/^[a-z]{3}_[A-Z][a-z]{3}$/);
      expect(languageInfo(tag).tag).toBe(tag);
    },
  );

  test('has a code for every language that the catalogue has a model of many languages for', () => {
    for (const { kind, source } of knownModels) {
      const codes = source.map((tag) => languageInfo(tag).codes[kind === 'nllb' ? 'nllb' : 'm2m']);
      expect(kind === 'marian' || !codes.includes(undefined)).toBe(true);
    }
  });

  test('knows the codes of each engine', () => {
    expect(languageInfo('sl').codes).toEqual({ iso3: 'slv', nllb: 'slv_Latn', m2m: 'sl' });
    expect(languageInfo('sq').codes).toMatchObject({ nllb: 'als_Latn', opus: 'sq' });
    expect(languageInfo('nb').codes).toMatchObject({ nllb: 'nob_Latn', m2m: 'no' });
    expect(languageInfo('sr-Latn').codes.nllb).toBeUndefined();
  });
});

test('a language outside the table has what Unicode knows of it, and no codes', () => {
  expect(languageInfo('fo')).toEqual({
    tag: 'fo',
    name: 'Faroese',
    autonym: 'føroyskt',
    script: 'Latn',
    direction: 'ltr',
    codes: {},
  });
});

test('an undetermined language is one too', () => {
  expect(languageInfo('und')).toMatchObject({ tag: 'und', name: 'Unknown language', codes: {} });
});

test.each([
  ['nb', 'Norwegian Bokmål'],
  ['no', 'Norwegian Bokmål'],
  ['sr-Latn', 'Serbian (Latin)'],
])('%s is called %s', (tag, name) => {
  expect(languageName(tag)).toBe(name);
});

test.each([
  ['ar', true],
  ['he', true],
  ['fa', true],
  ['ur', true],
  ['sl', false],
  ['az-Arab', true],
  ['zh', false],
])('%s runs from right to left: %s', (tag, expected) => {
  expect(languageInfo(tag).direction === 'rtl').toBe(expected);
});
