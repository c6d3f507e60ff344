import { expect, test } from 'vitest';
import { countWords } from '../../../models/text.ts';

test.each([
  ['', 0],
  [' – … ! ', 0],
  ['Ena', 1],
  ['Ena, dva – tri.', 3],
  ["don't stop", 2],
  ['l’art pour l’art', 3],
  ['11.000 zabojnikov', 2],
  ['vetë-imponuar', 1],
  ['3,5 % od 20.30', 3],
  ['e\u0301te\u0301 à Paris', 3],
  ['Привет, мир!', 2],
  ['first\nsecond\tthird\u00a0fourth', 4],
  ['“Quoted” (bracketed)', 2],
  ['end. Start', 2],
])('%j has %i words', (text, count) => {
  expect(countWords(text)).toBe(count);
});

test('a dash between spaces parts words, a hyphen inside joins them', () => {
  expect(countWords('well-known – and liked')).toBe(3);
});
