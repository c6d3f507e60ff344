import { describe, expect, test } from 'vitest';
import type { WordLinks } from '../../../../../models/alignment/links.ts';
import { cognates } from '../../../../../models/alignment/signals/cognates.ts';
import { inducedLexicon } from '../../../../../models/alignment/signals/lexicon.ts';
import { names } from '../../../../../models/alignment/signals/names.ts';
import { wordsOf } from '../../../../../models/alignment/words.ts';

const answers = (links: WordLinks, word: string) => [...(links.get(word)?.keys() ?? [])];

const rate = (source: string, target: string) =>
  cognates(new Set([source]), new Set([target]))
    .get(source)
    ?.get(target) ?? 0;
// Three times over, since seven sentences prove nothing.
const words = (sentences: string[]) =>
  [...sentences, ...sentences, ...sentences].map((s) => new Set(s.split(' ')));

describe('words that look alike', () => {
  test.each([
    ['szojgu', 'shoigu'],
    ['lankow', 'lankov'],
    ['vladivostoku', 'vladivostok'],
    ['шойгу', 'shoigu'],
    ['denuklearizaciji', 'denuclearisation'],
  ])('%s answers %s', (source, target) => {
    const others = ['weapon', 'landscape', 'visible', 'shovel', 'dinner'];
    expect(answers(cognates(new Set([source]), new Set([target, ...others])), source)).toEqual([target]);
  });

  test('the longer and the more alike, the surer', () => {
    expect(rate('kookmin', 'kookmin')).toBeGreaterThan(rate('mars', 'mart'));
    expect(rate('pandemiji', 'pandemic')).toBeGreaterThan(rate('mesto', 'mister'));
  });

  test('short words are left alone', () => {
    expect(cognates(new Set(['der', 'man']), new Set(['der', 'man'])).size).toBe(0);
  });
});

describe('names that are other words', () => {
  test.each([
    ['sq', 'phenianit', 'pyongyang'],
    ['sl', 'varšave', 'warsaw'],
    ['sl', 'nemčije', 'germany'],
    ['pl', 'niemczech', 'germany'],
    ['fi', 'saksassa', 'germany'],
    ['pl', 'września', 'september'],
    ['hu', 'hétfő', 'monday'],
    ['nb', 'kinesiske', 'chinese'],
  ])('%s: %s is %s', (language, source, target) => {
    const links = names(new Set([source]), new Set([target, 'table']), language, 'en');
    expect(answers(links, source)).toEqual([target]);
  });
});

test('a lexicon is learnt from beads', () => {
  const source = ['pes laja', 'mačka spi', 'pes spi', 'mačka je', 'pes je', 'mačka laja', 'pes in mačka'];
  const target = [
    'dog barks',
    'cat sleeps',
    'dog sleeps',
    'cat eats',
    'dog eats',
    'cat barks',
    'dog and cat',
  ];
  const beads = words(source).map((_, index) => ({ source: [index], target: [index], probability: 1 }));
  const links = inducedLexicon(beads, words(source), words(target));
  expect(answers(links, 'laja')).toEqual(['barks']);
  expect(answers(links, 'spi')).toEqual(['sleeps']);
});

test('words of scripts without spaces are pairs of characters', () => {
  expect(wordsOf('Don’t go to 東京都庁!')).toEqual(['Don', 't', 'go', 'to', '東京', '京都', '都庁']);
});
