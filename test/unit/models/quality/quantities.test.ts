import { describe, expect, test } from 'vitest';
import { quantities } from '../../../../models/quality/quantities.ts';

describe('quantities are read as values, in digits or in words', () => {
  test.each<[string, string, number[][]]>([
    ['sl', 'petindvajset ljudi in 5,2 milijona evrov', [[25], [5_200_000]]],
    ['pl', 'dwadzieścia pięć tysięcy', [[25_000]]],
    ['pl', 'sto dwadzieścia trzy', [[123]]],
    ['de', 'dreihundert Leute, zweiundzwanzig, 1,5 Mio. Euro', [[300], [22], [1_500_000]]],
    ['nb', 'to hundre og femti', [[250]]],
    ['sq', 'njëzet e pesë mijë', [[25_000]]],
    ['en', 'twenty-five thousand two hundred and three', [[25_203]]],
    ['en', '$1.5bn', [[1_500_000_000]]],
    ['en', 'at 3:30 pm', [[3, 15], [30]]],
    [
      'sl',
      'ob 15.30',
      [
        [15, 15.3],
        [30, 15.3],
      ],
    ],
    ['en', 'the 1990s', [[1990, 90]]],
    ['en', '2016-17', [[2016], [17, 2017]]],
    ['de', 'am 05.09.2023', [[5], [9], [2023]]],
    ['tr', 'iki 5', [[5]]],
  ])('%s: %s', (language, text, expected) => {
    expect(quantities(text, language).map(({ readings }) => readings)).toEqual(expected);
  });

  test('their places are those of the text', () => {
    const text = 'Danes je padlo 5,2 milijona kapljic.';
    const [found] = quantities(text, 'sl');
    expect(text.slice(found?.start, found?.end)).toBe('5,2 milijona');
    expect(found?.text).toBe('5,2 milijona');
  });

  test('a plain number word is told from an ordinal', () => {
    expect(quantities('five, fifth, third', 'en').map(({ form }) => form)).toEqual([
      'cardinal',
      'other word',
      'other word',
    ]);
  });
});
