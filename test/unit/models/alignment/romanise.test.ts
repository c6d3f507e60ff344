import { expect, test } from 'vitest';
import { romanise } from '../../../../models/alignment/romanise.ts';
import { similarity } from '../../../../models/alignment/signals/cognates.ts';

test.each([
  ['Szojgu', 'Shoigu', 'Шойгу'],
  ['Lankow', 'Lankov', 'Ланков'],
  ['Tertitskij', 'Tertitskiy', 'Тертицкий'],
])('%s, %s and %s are spelled alike', (...names) => {
  expect(new Set(names.map(romanise)).size).toBe(1);
});

test.each([
  ['Fjodor', 'Фёдор'],
  ['Dvořák', 'Дворжак'],
  ['Papandréou', 'Παπανδρέου'],
  ['Tschaikowski', 'Tchaikovsky'],
])('%s and %s are nearly so', (name, other) => {
  expect(similarity(romanise(name), romanise(other))).toBeGreaterThan(0.8);
});

test('what has no Latin spelling has none', () => {
  expect(romanise('東京')).toBe('');
  expect(romanise('')).toBe('');
});
