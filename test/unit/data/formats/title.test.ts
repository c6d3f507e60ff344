import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_TITLE_CHARACTERS, titleOf } from '../../../../data/formats/title.ts';
import { anyString } from './example.ts';

const named = (name: string, language: string | null = null) =>
  titleOf({ text: 'Besedilo.', firstHeading: null, name, language });

test('a heading among the first three paragraphs is the title', () => {
  const text = 'Agencija\n\n  Nova   ruska ljubezen\n\nBesedilo.';
  expect(titleOf({ text, firstHeading: 'Nova   ruska ljubezen', name: 'a.txt', language: 'sl' })).toBe(
    'Nova ruska ljubezen',
  );
});

test('a heading further down is a subheading, and the file gives the title', () => {
  const text = 'Ena.\nDve.\n\nTri.\nPodnaslov\nŠtiri.';
  expect(titleOf({ text, firstHeading: 'Podnaslov', name: 'sl-nova-ljubezen.txt', language: 'sl' })).toBe(
    'Nova ljubezen',
  );
});

test('a heading behind a metadata prefix on its line is found', () => {
  const text = ' date 2024-06 Nova ljubezen\nBesedilo.';
  expect(titleOf({ text, firstHeading: 'Nova ljubezen', name: 'a.txt', language: null })).toBe(
    'Nova ljubezen',
  );
});

test.each([
  ['sl-nova-ruska-ljubezen.txt', 'sl', 'Nova ruska ljubezen'],
  ['nb_samarbeidet nye_høyder.TXT', 'nb', 'Samarbeidet nye høyder'],
  ['no-samarbeidet.txt', 'nb', 'Samarbeidet'],
  ['no-deal.txt', 'en', 'No deal'],
  ['it-works.md', null, 'It works'],
  ['sl.txt', 'sl', 'Sl'],
  ['šola.txt', 'sl', 'Šola'],
  ['istanbul.txt', 'tr', 'İstanbul'],
  ['2024-06.txt', null, '2024 06'],
  ['Report v1.2', null, 'Report v1.2'],
  ['/home/ana/news/kim.w.rosji.txt', 'pl', 'Kim.w.rosji'],
  ['C:\\news\\kim.txt', 'pl', 'Kim'],
  ['---.txt', null, '---.txt'],
  ['   ', null, 'Untitled'],
])('%s (%s) reads %s', (name, language, expected) => {
  expect(named(name, language)).toBe(expected);
});

test('a long title is cut at a word', () => {
  const title = named(`${'beseda, '.repeat(30)}.txt`);
  expect(title).toMatch(/^(Beseda|beseda)(, beseda)*…$/);
  expect(title.length).toBeLessThanOrEqual(MAX_TITLE_CHARACTERS);
  expect(title.length).toBeGreaterThan(100);
});

test('a script without spaces is cut between characters', () => {
  expect(named('新'.repeat(200))).toBe(`${'新'.repeat(MAX_TITLE_CHARACTERS - 1)}…`);
  expect(named('😀'.repeat(200))).toBe(`${'😀'.repeat(MAX_TITLE_CHARACTERS - 1)}…`);
});

test('it is always one short line that says something', () => {
  fc.assert(
    fc.property(anyString, anyString, fc.option(anyString), (text, name, firstHeading) => {
      const title = titleOf({ text: `${firstHeading ?? ''}\n${text}`, firstHeading, name, language: 'sl' });
      expect(title).toMatch(/^\S/);
      expect(title).not.toMatch(/[\r\n\t]/);
      expect(Array.from(title).length).toBeLessThanOrEqual(MAX_TITLE_CHARACTERS);
    }),
  );
});
