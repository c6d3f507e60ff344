import { describe, expect, test } from 'vitest';
import { knownNames } from '../../../../models/alignment/known-names.ts';

/** Whether two words name the same thing. */
const sameThing = (language: string, word: string, english: string): boolean => {
  const meanings = knownNames('en')(english);
  return knownNames(language)(word).some((meaning) => meanings.includes(meaning));
};

describe('names that are other words in another language', () => {
  test.each([
    ['sl', 'Dunaju', 'Vienna'],
    ['sl', 'septembra', 'September'],
    ['sl', 'četrtkovo', 'Thursday'],
    ['pl', 'września', 'September'],
    ['pl', 'poniedziałkowy', 'Monday'],
    ['pl', 'hiszpańskiego', 'Spanish'],
    ['pl', 'rosyjskiej', 'Russian'],
    ['sq', 'hënën', 'Monday'],
    ['sq', 'Azinë', 'Asia'],
    ['de', 'Dezember', 'December'],
    ['nb', 'Europaparlamentet', 'European'],
    ['nb', 'Storbritannias', 'Britain'],
  ])('%s: %s is %s', (language, word, english) => {
    expect(sameThing(language, word, english)).toBe(true);
  });

  test.each([
    ['sl', 'septembra', 'October'],
    ['sl', 'rimati', 'Rome'],
    ['pl', 'miasto', 'May'],
    ['de', 'Kinder', 'China'],
  ])('%s: %s is not %s', (language, word, english) => {
    expect(sameThing(language, word, english)).toBe(false);
  });
});
