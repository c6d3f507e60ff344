import { describe, expect, test } from 'vitest';
import { allRules, rulesFor } from '../../../../../models/segmentation/rules/index.ts';
import { segment } from '../../../../../models/segmentation/segment.ts';
import { segmentationExamples } from '../../../../support/segmentation-examples.ts';

const languages = segmentationExamples();
const named = allRules.filter(({ starters }) => starters.length > 0);

const cut = (text: string, language: string) =>
  segment(text, language).sentences.map(({ start, end }) => text.slice(start, end));

describe.each(languages)('$language', ({ language, examples }) => {
  test.each(examples)('$text', ({ text, sentences }) => {
    expect(cut(text, language)).toEqual(sentences);
  });
});

test('every language with rules has examples', () => {
  const known = new Set(languages.map(({ language }) => language));
  expect(allRules.map(({ language }) => language).filter((language) => !known.has(language))).toEqual([]);
});

describe.each(allRules.map((rules) => ({ language: rules.language, rules })))(
  'the rules of $language',
  ({ rules }) => {
    test('are found by their tag', () => {
      expect(rulesFor(rules.language)).toBe(rules);
    });

    test('list an abbreviation once, without its final full stop', () => {
      const listed = Object.values(rules.abbreviations).flat();
      expect(listed.filter((word, index) => listed.indexOf(word) !== index)).toEqual([]);
      expect(listed.filter((word) => word.endsWith('.') || /\s/u.test(word))).toEqual([]);
    });

    test('have words in small letters where their case is not looked at', () => {
      const words = [
        ...rules.months,
        ...rules.starters,
        ...(rules.openers ?? []),
        ...rules.links,
        ...rules.signOffs,
      ];
      expect([...words, ...rules.furniture].filter((word) => word !== word.toLowerCase())).toEqual([]);
    });

    test('pair an opening and a closing quotation mark', () => {
      expect(rules.quotes.filter((pair) => pair.length !== 2)).toEqual([]);
    });
  },
);

test.each(named)('$language knows pointers to other articles, sources and page furniture', (rules) => {
  for (const phrases of [rules.links, rules.signOffs, rules.furniture])
    expect(phrases.length).toBeGreaterThan(1);
});

test('a language without rules has stops, capitals and initials', () => {
  expect(cut('Aeth A. B. Evans adref. Roedd hi’n hwyr! Pam?', 'cy')).toEqual([
    'Aeth A. B. Evans adref.',
    'Roedd hi’n hwyr!',
    'Pam?',
  ]);
});
