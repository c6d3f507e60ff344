import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joint, splitAtClauses } from '../../../../models/translation/clauses.ts';

const upTo = (length: number) => (part: string) => part.length <= length;

test('what fits is left alone', () => {
  expect(splitAtClauses('Kim reiste ab.', upTo(20))).toEqual(['Kim reiste ab.']);
});

test('the best boundary near the middle is taken', () => {
  expect(splitAtClauses('Sie kamen, sie sahen; sie siegten, sie gingen.', upTo(30))).toEqual([
    'Sie kamen, sie sahen; ',
    'sie siegten, sie gingen.',
  ]);
  expect(splitAtClauses('“Ja,” sagte er. “Nein,” sagte sie.', upTo(20))).toEqual([
    '“Ja,” sagte er. ',
    '“Nein,” sagte sie.',
  ]);
});

test('a date or an initial is not the end of a sentence', () => {
  expect(splitAtClauses('Sie kam am 21. August, wie J. Kim sagte.', upTo(30))).toEqual([
    'Sie kam am 21. August, ',
    'wie J. Kim sagte.',
  ]);
});

test('without any mark it is cut between words, without any space between characters', () => {
  expect(splitAtClauses('eins zwei drei vier', upTo(10))).toEqual(['eins zwei ', 'drei vier']);
  expect(splitAtClauses('abcdefgh', upTo(4))).toEqual(['abcd', 'efgh']);
});

test('a pair of surrogates is not torn', () => {
  expect(splitAtClauses('😀😀😀', upTo(4)).every((part) => part.isWellFormed())).toBe(true);
});

test('the parts are the text, and each of them fits', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', ',', '. ', '; ', ' – ', '”', '\n'),
    maxLength: 400,
  });
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 60 }), (text, longest) => {
      const parts = splitAtClauses(text, upTo(longest));
      expect(parts.join('')).toBe(text);
      expect(parts.every(upTo(longest))).toBe(true);
    }),
  );
});

test('a megabyte without a space is cut at once', () => {
  expect(splitAtClauses('x'.repeat(1_000_000), upTo(5000)).every(upTo(5000))).toBe(true);
});

test('a text without spaces is cut where its sentences and clauses end', () => {
  expect(splitAtClauses('警察说，有三人受伤。消防队来了。', upTo(12))).toEqual([
    '警察说，有三人受伤。',
    '消防队来了。',
  ]);
});

test('translations of parts are joined by a space, but for a word that was torn', () => {
  expect(joint('Sie kamen, ', 'sie sahen.')).toBe(' ');
  expect(joint('警察说，有三人受伤。', '消防队来了。')).toBe(' ');
  expect(joint('警察说', '有三人')).toBe(' ');
  expect(joint('abcd', 'efgh')).toBe('');
  expect(joint('4500', '00')).toBe('');
  expect(joint('a😀', '😀b')).toBe(' ');
});
