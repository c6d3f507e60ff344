import { expect, test } from 'vitest';
import { strengths, type Mark } from '../../../../models/identification/cluster.ts';
import { clusters } from '../../../../models/identification/clusters/index.ts';
import { uncharted } from '../../../../models/identification/clusters/uncharted.ts';

const marks: Mark[] = [
  { in: 'nn', weight: 3, forms: 'ikkje kv*' },
  { in: 'nb da', weight: 2, forms: 'ikke *else' },
  { in: 'bs sr-Latn', weight: 1, forms: 'može_da *t_će' },
];
const strengthsOf = (text: string): Record<string, number> =>
  Object.fromEntries(strengths(marks, text.split(' ')));

test('a word speaks for every language that writes it', () => {
  expect(strengthsOf('jeg vet ikke')).toEqual({ nb: 2, da: 2 });
});

test('a star stands for any letters at that end', () => {
  expect(strengthsOf('kvifor forståelse')).toEqual({ nn: 3, nb: 2, da: 2 });
});

test('two words in sequence are one form, also with a star', () => {
  expect(strengthsOf('može da radi')).toEqual({ bs: 1, 'sr-Latn': 1 });
  expect(strengthsOf('da može radit će')).toEqual({ bs: 1, 'sr-Latn': 1 });
});

test('a word that returns says less each time', () => {
  const four = strengthsOf('ikkje ikkje ikkje ikkje').nn ?? 0;
  expect(four).toBeGreaterThan(3);
  expect(four).toBeLessThan(12);
});

const lists = [...clusters.map(({ marks: own }) => own), uncharted];

test('every form is written in lower case, and stars stand at the ends only', () => {
  for (const form of lists.flat().flatMap(({ forms }) => forms.split(/\s+/))) {
    expect(form).toBe(form.toLowerCase());
    expect(form).toMatch(/^\*?[\p{L}\p{M}'_]+\*?$/u);
  }
});

test('no form is listed twice for the same languages', () => {
  for (const list of lists) {
    const forms = list.flatMap((mark) => mark.forms.split(/\s+/).map((form) => `${mark.in}: ${form}`));
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  }
});

test('marks speak of members only', () => {
  for (const { members, marks: own } of clusters) {
    for (const language of own.flatMap((mark) => mark.in.split(' '))) expect(members).toContain(language);
  }
});
