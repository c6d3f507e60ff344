import { describe, expect, test } from 'vitest';
import { valuesIn } from '../../../../../models/alignment/signals/numbers.ts';
import { separatorsOf } from '../../../../../models/written-numbers.ts';

const values = (text: string, language: string) => [...valuesIn(text, separatorsOf(language))];

describe('numbers are read as values in the habit of their language', () => {
  test.each([
    ['sl', 'približno 11.000 zabojnikov', ['11000']],
    ['en', 'around 11,000 containers', ['11000']],
    ['de', '1.234.567,89 Euro', ['1234567.89']],
    ['en', '1,234,567.89 euros', ['1234567.89']],
    ['pl', '12 500 zł w 2024 r.', ['12500', '2024']],
    ['fr', '12\u202f500 € en 2024', ['12500', '2024']],
    ['en', 'In 1990 300 people came', ['1990', '300']],
    ['sq', '20,4 milionë', ['20.4']],
    ['ar', '٢٠٢٤', ['2024']],
    ['hi', '१२', ['12']],
    ['de', 'am 5. September 2023', ['5', '2023']],
    ['de', 'am 05.09.2023', ['5', '9', '2023']],
    ['en', 'the 1980s', ['1980']],
  ])('%s: %s', (language, text, expected) => {
    expect(values(text, language)).toEqual(expected);
  });

  test('a lone separator before three digits may mean either', () => {
    expect(values('1.234', 'en')).toEqual(['1234', '1.234']);
    expect(values('1.234', 'de')).toEqual(['1234']);
  });
});
