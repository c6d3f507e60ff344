import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { similarity } from '../../../../models/alignment/signals/cognates.ts';
import { confidence, type Evidence } from '../../../../models/quality/confidence.ts';

// The real thing, counted: comparing words letter by letter is what costs most.
vi.mock(import('../../../../models/alignment/signals/cognates.ts'), async (original) => {
  const real = await original();
  return { ...real, similarity: vi.fn(real.similarity) };
});

const judged = (language: string, source: string, target: string, model: Partial<Evidence> = {}) =>
  confidence({
    source,
    target,
    languages: { source: language, target: 'en' },
    meanLogProb: null,
    minLogProb: null,
    tokens: null,
    stop: null,
    ...model,
  });

const reasons = (...unit: Parameters<typeof judged>) => judged(...unit).reasons.map(({ message }) => message);

describe('a sound translation is trusted', () => {
  test.each([
    [
      'sl',
      'Policija je v torek v Celju prijela 45 ljudi.',
      'On Tuesday, police arrested 45 people in Celje.',
    ],
    ['pl', 'W 2023 r. wydano 1,5 mln zł.', 'In 2023, 1.5 million zlotys were spent.'],
    [
      'de',
      'Bundeskanzler Scholz reist am 5. März nach Peking.',
      'Chancellor Scholz is travelling to Beijing on 5 March.',
    ],
    ['nb', 'Stortinget vedtok loven med tjuefem stemmer.', 'The Storting passed the law by 25 votes.'],
    [
      'sq',
      'Kryeministri u takua në Uashington me Xhonsonin.',
      'The prime minister met Johnson in Washington.',
    ],
    ['de', 'Reuters', 'Reuters'],
    ['nb', 'https://example.org/a?b=1', 'https://example.org/a?b=1'],
    ['pl', '– Nie wiem – powiedziała Nowak.', '“I don’t know,” Nowak said.'],
    ['sl', '1. Da.', '1. Yes.'],
    ['zh', '北京星期一宣布了新的措施。', 'On Monday Beijing announced new measures.'],
    ['', '', ''],
  ])('%s: %s', (language, source, target) => {
    expect(judged(language, source, target)).toEqual({ score: expect.closeTo(0.94, 0.15), reasons: [] });
  });
});

describe('what is wrong is told in an editor’s words', () => {
  const source =
    'Policija je v Celju prijela 45 ljudi, je v torek zvečer povedal tiskovni predstavnik Novak.';
  const right = 'Police arrested 45 people in Celje, spokesman Novak said on Tuesday evening.';

  test.each([
    ['a wrong number', right.replace('45', '54'), 'The original says 45, the translation 54'],
    ['a lost number', right.replace('45 people', 'people'), 'The number 45 is not in the translation'],
    ['a lost name', right.replace(' Novak', ''), 'The name Novak is missing'],
    ['a wrong name', right.replace('Novak', 'Fischer'), 'The name Fischer is not in the original'],
    ['a wrong day', right.replace('Tuesday', 'Sunday'), 'Sunday is not in the original'],
    ['a phrase twice', right.replace('in Celje', 'in Celje in Celje'), 'The translation repeats “in Celje”'],
    ['the original', source, 'The sentence is not translated'],
    [
      'a dropped clause',
      'Police arrested 45 people.',
      'Much shorter than the original: something may be missing',
    ],
    ['a foreign script', right.replace('Police', 'Полиция'), '“Полиция” is left in another script'],
    ['nothing', ' ', 'There is no translation'],
  ])('%s', (_, target, message) => {
    expect(reasons('sl', source, target)).toContain(message);
    expect(judged('sl', source, target).score).toBeLessThan(judged('sl', source, right).score - 0.15);
  });

  test('the most serious first', () => {
    const target = `${right.replace('Novak', '').replace('Tuesday', 'Sunday')} people in Celje people in Celje`;
    expect(judged('sl', source, target).reasons.map(({ code }) => code)[0]).toBe('repetition');
  });

  test('a target without an original', () => {
    expect(reasons('sl', '', 'Something.')).toEqual(['Nothing in the original answers this']);
  });

  test('a model that stopped, or was unsure', () => {
    expect(reasons('sl', source, right, { stop: 'loop' })[0]).toMatch(/repeat itself/);
    expect(reasons('sl', source, right, { stop: 'length' })[0]).toMatch(/end is missing/);
    expect(reasons('sl', source, right, { meanLogProb: -1.6, minLogProb: -5 })).toEqual([
      'The model was unsure',
    ]);
    expect(reasons('sl', source, right, { meanLogProb: -0.3, minLogProb: -2, stop: 'end' })).toEqual([]);
  });
});

describe('never', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 })).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(
        fc.constantFrom('Kim', '11.000', '5', 'million', 'the', 'ni', '„', '\n', 'č', '-', '2.30', 'May'),
      )
      .map((words) => words.join(' ')),
  );
  const anyLanguage = fc.constantFrom('sl', 'sq', 'pl', 'de', 'nb', 'ar', 'zh', 'und', '', 'no language');

  test('is a score outside 0–1, or another for the same unit', () => {
    fc.assert(
      fc.property(
        anyLanguage,
        anyText,
        anyText,
        fc.option(fc.float()),
        (language, source, target, logProb) => {
          const model = { meanLogProb: logProb, minLogProb: logProb };
          const found = judged(language, source, target, model);
          expect(found.score).toBeGreaterThanOrEqual(0);
          expect(found.score).toBeLessThanOrEqual(1);
          expect(judged(language, source, target, model)).toEqual(found);
        },
      ),
    );
  });

  test('does a wrong number more raise the score', () => {
    fc.assert(
      fc.property(anyLanguage, anyText, anyText, (language, source, target) => {
        const before = judged(language, source, target).score;
        // An empty translation is no translation yet: its score says so, and any text has a better one.
        fc.pre(target.trim() !== '');
        expect(judged(language, source, `${target} 98765431`).score).toBeLessThanOrEqual(before);
      }),
    );
  });

  test('does the work grow with the square of the text', () => {
    const work = (words: number): number => {
      vi.mocked(similarity).mockClear();
      const text = (letter: string) =>
        Array.from(
          { length: words },
          (_, at) => `x K${letter}${at.toString(26).replaceAll(/\d/g, 'o')}mer ${at}`,
        ).join(' ');
      judged('sl', text('a'), text('o'));
      return vi.mocked(similarity).mock.calls.length;
    };
    const short = work(1_000);
    expect(short).toBeGreaterThan(100);
    expect(work(8_000)).toBeLessThan(8 * short);
  });

  test('is a text of 100,000 characters without a blank a trap', () => {
    for (const piece of ['a', '@', '1', "a'", '1.', 'A-', 'č']) {
      const text = piece.repeat(100_000 / piece.length);
      expect(judged('sl', text, text).score).toBeLessThanOrEqual(1);
    }
  });
});

test.each([
  ['Das sind Zahlen.', `These are numbers: ${'2.'.repeat(5000)}`],
  ['Das war der Mann.', `The man was ${'Xavier'.repeat(1000)}.`],
  [`Das Wort ${'straße'.repeat(1000)} hier.`, `The word ${'straße'.repeat(1000)} here.`],
  ['Das ist gut.', `This ${'слово'.repeat(1000)} good.`],
  ['Das ist gut so.', `This ${'goody'.repeat(1000)} ${'goody'.repeat(1000)} is.`],
])('a reason is a line, however long the word that it names is', (source, target) => {
  const told = reasons('de', source, target);
  expect(told.join('')).toContain('…');
  expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(200);
});
