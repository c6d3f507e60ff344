import { expect, test } from 'vitest';
import { stretchesOf } from '../../../../models/identification/sample.ts';

const words = (text: string): string[] => stretchesOf(text).flatMap((stretch) => [...stretch.words]);

test('words are in lower case, without addresses, handles and numbers', () => {
  expect(words('Les MER: https://example.org/the-news, post@example.org, @ola #nyheter 2024')).toEqual([
    'les',
    'mer',
  ]);
});

test('words in another script than most of the text are left out', () => {
  expect(words('Компания Microsoft представила новую версию')).toEqual([
    'компания',
    'представила',
    'новую',
    'версию',
  ]);
});

test('long lines are stretches of their own, short ones join the next', () => {
  const long = 'beseda '.repeat(20);
  expect(stretchesOf(`${long}\n${long}`)).toHaveLength(2);
  expect(stretchesOf(`naslov\npodnaslov\n${long}`)).toHaveLength(1);
});

test('of a book as much is looked at as of eight pages', () => {
  const letters = stretchesOf('beseda '.repeat(100_000)).reduce((sum, stretch) => sum + stretch.letters, 0);
  expect(letters).toBeLessThanOrEqual(8000);
});

test('nothing to read is no stretch', () => {
  expect(stretchesOf('12 – 34')).toEqual([]);
});
