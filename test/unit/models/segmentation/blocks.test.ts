import { describe, expect, test } from 'vitest';
import { segment } from '../../../../models/segmentation/segment.ts';

const kinds = (text: string, language: string) => segment(text, language).paragraphs.map(({ kind }) => kind);

describe('a heading', () => {
  test('is a short line without a stop above text', () => {
    expect(kinds('Nova proga\nDela so se začela.\nCena\nDraga bo.', 'sl')).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });

  test('may be a question or a cry where the article begins', () => {
    expect(kinds('¿Quién paga el tren?\nNadie lo sabe.', 'es')).toEqual(['heading', 'paragraph']);
    expect(kinds('Das ist alles!\nMehr nicht.', 'de')).toEqual(['heading', 'paragraph']);
    expect(kinds('Erst dies.\nDas ist alles!\nMehr nicht.', 'de')).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  test('may be a quotation', () => {
    expect(kinds('"Zapłacimy za to"\nTak mówi rzecznik.', 'pl')).toEqual(['heading', 'paragraph']);
  });

  test('has text below it', () => {
    expect(kinds('Besedilo.\nBrez pike', 'sl')).toEqual(['paragraph', 'paragraph']);
    expect(kinds('Besedilo.\nBrez pike\nFoto: Ana', 'sl')).toEqual(['paragraph', 'paragraph', 'sign-off']);
  });

  test('does not begin in small letters, nor run on', () => {
    expect(kinds('in še nekaj\nBesedilo.', 'sl')).toEqual(['paragraph', 'paragraph']);
    expect(kinds(`${'Zelo dolga vrstica '.repeat(8)}\nBesedilo.`, 'sl')).toEqual(['paragraph', 'paragraph']);
  });
});

describe('dialogue', () => {
  test.each(['- Hvor skal du?', '– Hvor skal du?', '— Hvor skal du?', '–Hvor skal du?'])('%s', (line) => {
    expect(kinds(line, 'nb')).toEqual(['dialogue']);
  });

  test('is an item of a list where nobody speaks with a dash', () => {
    expect(kinds('- Milch\n- Brot', 'de')).toEqual(['list-item', 'list-item']);
  });
});

describe('a list item', () => {
  test.each(['• Kruh', '* Kruh', '▪ Kruh', '► Kruh'])('%s', (line) => {
    expect(kinds(line, 'sl')).toEqual(['list-item']);
  });

  test('is numbered when its neighbours are', () => {
    expect(kinds('1. Brot\n2. Milch\n3. Käse', 'de')).toEqual(['list-item', 'list-item', 'list-item']);
    expect(kinds('a) Brot\nb) Milch', 'de')).toEqual(['list-item', 'list-item']);
    expect(kinds('1. FC Köln gewinnt.\nDas Spiel war kurz.', 'de')).toEqual(['paragraph', 'paragraph']);
  });
});

test.each([
  ['Les også: Ny bane i Nord', 'nb'],
  ['Czytaj także: Nowa linia', 'pl'],
  ['Mehr zum Thema', 'de'],
])('%s points to another article', (line, language) => {
  expect(kinds(line, language)).toEqual(['link']);
});

test('a sentence that begins like a pointer is text', () => {
  expect(kinds('Se også på hva det koster.', 'nb')).toEqual(['paragraph']);
});

test.each([
  ['Quelle: Nordpost', 'de'],
  ['Foto : Ana Kos', 'sl'],
  ['Fot.: Jan Lis', 'pl'],
  ['/FP/', 'sq'],
  ['(mu)', 'sl'],
])('%s names the source', (line, language) => {
  expect(kinds(line, language)).toEqual(['sign-off']);
});

describe('page furniture', () => {
  test.each([
    ['3', 'de'],
    ['– 3 –', 'de'],
    ['3/10', 'de'],
    ['Seite 3 von 10', 'de'],
    ['Strona 3 z 10', 'pl'],
    ['Anzeige', 'de'],
    ['Komentarji (12)', 'sl'],
    ['| Del |', 'nb'],
    ['* * *', 'nb'],
    ['_______', 'en'],
    ['© 2024 Nordpost', 'nb'],
    ['Copyright 2024 North Post. All rights reserved.', 'en'],
  ])('%s (%s)', (line, language) => {
    expect(kinds(line, language)).toEqual(['furniture']);
  });

  test.each([
    ['2024', 'de'],
    ['Die Anzeige kam spät.', 'de'],
    ['Side om side gikk de', 'nb'],
    ['3:2', 'de'],
  ])('is not: %s (%s)', (line, language) => {
    expect(kinds(line, language)).toEqual(['paragraph']);
  });

  test('is no text that a heading could stand above', () => {
    expect(kinds('Besedilo.\nBrez pike\nStran 3', 'sl')).toEqual(['paragraph', 'paragraph', 'furniture']);
  });
});
