import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { miniCovers, miniLanguages } from '../../../../models/mini/coverage.ts';
import sentences from '../../../fixtures/mini/sentences.json' with { type: 'json' };

/** A sentence of the grammar with another number. */
const buses = (count: string): string => `Am Montag zählte die Polizei ${count} Busse in Wien.`;
const police = 'Am Montag meldete die Polizei 45 Festnahmen in Wien nach dem Sturm.';

test('all sentences of its grammar are covered, in every language', () => {
  for (const language of miniLanguages) {
    const known = [...sentences.held, ...sentences.iid].filter((triple) => triple[2] === language);
    expect(known.length).toBeGreaterThan(100);
    const texts = known.map((triple) => triple[0] ?? '');
    expect(miniCovers(texts, language)).toEqual({ covered: true, unknown: [] });
  }
});

test('one unknown word is enough, and it is named', () => {
  const football = 'Am Montag meldete die Polizei 45 Fußballspiele in Wien nach dem Sturm.';
  expect(miniCovers([police, football], 'de')).toEqual({ covered: false, unknown: ['Fußballspiele'] });
});

test('marks other than the full stop are unknown to the grammar', () => {
  expect(miniCovers(['Am Montag meldete die Polizei 45 Busse in Wien?'], 'de').unknown).toEqual(['Wien?']);
  expect(miniCovers(['– Am Montag meldete die Polizei 45 Busse in Wien.'], 'de').unknown).toEqual(['–']);
});

test('numbers are known from 1 to 999', () => {
  expect(['1', '999'].map((count) => miniCovers([buses(count)], 'de').covered)).toEqual([true, true]);
  expect(['0', '007', '1000', '1.000'].map((count) => miniCovers([buses(count)], 'de').covered)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a headline of known words is not a sentence of the grammar', () => {
  expect(miniCovers(['Die Polizei in Wien'], 'de')).toEqual({
    covered: false,
    unknown: ['Die Polizei in Wien'],
  });
});

test('the same words in another language are not covered', () => {
  expect(miniCovers([police], 'nb').covered).toBe(false);
  expect(miniCovers([police], 'fr').covered).toBe(false);
});

test('a foreign word anywhere uncovers a text', () => {
  const word = fc.stringMatching(/^[a-zäöü]{3,12}x$/u);
  fc.assert(
    fc.property(word, fc.nat(11), (foreign, at) => {
      const words = police.split(' ').toSpliced(at, 0, foreign).join(' ');
      expect(miniCovers([police, words], 'de')).toEqual({ covered: false, unknown: [foreign] });
    }),
  );
});
