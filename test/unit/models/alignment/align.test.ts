import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSamples } from '../../../../data/samples/samples.ts';
import { align } from '../../../../models/alignment/align.ts';
import type { AlignmentSide, Bead } from '../../../../models/alignment/types.ts';
import { segment } from '../../../../models/segmentation/segment.ts';
import { scoreBeads } from '../../../eval/score-beads.ts';
import { madeBook } from '../../../support/made-book.ts';

const side = (language: string, ...sentences: string[]): AlignmentSide => ({ language, sentences });

/** Beads as `0,1:0`. */
const shapes = (beads: readonly Bead[]) =>
  beads.map(({ source, target }) => `${source.join()}:${target.join()}`);

const segmented = (text: string, language: string): AlignmentSide => {
  const { sentences } = segment(text, language);
  return {
    sentences: sentences.map(({ start, end }) => text.slice(start, end)),
    paragraphs: sentences.map(({ paragraph }) => paragraph),
    language,
  };
};

const german = side(
  'de',
  'Der Zug nach Warschau fuhr um 7.45 Uhr ab.',
  'Im Speisewagen saß Minister Szojgu mit zwölf Begleitern.',
  'Niemand sprach.',
  'Erst hinter der Grenze, als es schon dunkel wurde, bestellte jemand Tee, und man begann über das Wetter zu reden.',
  'Kam der Zug pünktlich an?',
);

const answer = (beads: Bead[]) => beads.find((bead) => bead.source.includes(2));

const lines = (sentences: string[], paragraphs: number[]) => ({ language: 'en', sentences, paragraphs });

const tagged = (language: string) => align({ ...german, language }, { ...german, language: 'ja' });

const mean = (beads: readonly Bead[]) =>
  beads.reduce((sum, { confidence }) => sum + confidence, 0) / beads.length;

const seconds = (sentences: number) => {
  const book = madeBook(sentences);
  const start = performance.now();
  const found = align(side('de', ...book.source), side('en', ...book.target));
  return { time: performance.now() - start, f1: scoreBeads([{ gold: book.gold, found }]).f1 };
};

describe('a translation of five sentences', () => {
  test('that keeps all of them', () => {
    const english = side(
      'en',
      'The train to Warsaw left at 7.45.',
      'Minister Shoigu sat in the dining car with twelve companions.',
      'Nobody spoke.',
      'Only beyond the border, when it was getting dark, did someone order tea, and they began to talk about the weather.',
      'Did the train arrive on time?',
    );
    const beads = align(german, english);
    expect(shapes(beads)).toEqual(['0:0', '1:1', '2:2', '3:3', '4:4']);
    for (const { score, confidence } of beads) {
      expect(score).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(0.8);
    }
  });

  test('that splits one and merges two', () => {
    const english = side(
      'en',
      'The train to Warsaw left at 7.45.',
      'Minister Shoigu sat in the dining car with twelve companions, and nobody spoke.',
      'Only beyond the border, when it was getting dark, did someone order tea.',
      'They began to talk about the weather.',
      'Did the train arrive on time?',
    );
    expect(shapes(align(german, english))).toEqual(['0:0', '1,2:1', '3:2,3', '4:4']);
  });

  test('that leaves a sentence out', () => {
    const english = side(
      'en',
      'The train to Warsaw left at 7.45.',
      'Minister Shoigu sat in the dining car with twelve companions.',
      'Did the train arrive on time?',
    );
    expect(shapes(align(german, english))).toEqual(['0:0', '1:1', '2:', '3:', '4:2']);
  });
});

test('the five samples are aligned as by hand', () => {
  const documents = readSamples().map(({ bytes, language, english, beads }) => ({
    gold: beads,
    found: align(segmented(new TextDecoder().decode(bytes), language), segmented(english, 'en')),
  }));
  expect(scoreBeads(documents).f1).toBeGreaterThanOrEqual(0.97);
});

describe('what is known beforehand decides where the texts alone do not', () => {
  // Of equal length, without names or numbers; the translation leaves one out.
  const source = side(
    'sl',
    'Mačka spi na topli strehi, ker sonce še ni zašlo.',
    'Pes laja na dvorišču, ker sliši korake za ograjo.',
    'Konj dirja po mokri travi in se ne ustavi nikjer.',
    'Otrok bere pod starim drevesom in ne sliši ničesar.',
  );
  const target = side(
    'en',
    'The dog barks in the yard, as it hears steps behind the fence.',
    'The horse gallops over the wet grass and stops nowhere.',
    'A child reads under an old tree and does not hear a thing.',
  );

  test('a machine translation', () => {
    const mt = [
      'The cat sleeps on a warm roof because the sun has not set.',
      'A dog barks in the yard because it hears steps behind the fence.',
      'The horse races over wet grass and does not stop anywhere.',
      'The child reads under the old tree and hears nothing.',
    ];
    expect(shapes(align(source, target, { mt }))).toEqual(['0:', '1:0', '2:1', '3:2']);
  });

  test('word pairs of a translation memory', () => {
    const lexicon = new Map([
      ['pes', ['dog']],
      ['laja', ['barks']],
      ['Konj', ['Horse']],
      ['dirja', ['gallops']],
      ['otrok', ['child', 'kid']],
    ]);
    const [known, unknown] = [answer(align(source, target, { lexicon })), answer(align(source, target))];
    expect(known?.target).toEqual([1]);
    expect(known?.score).toBeGreaterThan((unknown?.score ?? 0) + 1);
    expect(known?.confidence).toBeGreaterThan(unknown?.confidence ?? 1);
  });

  test('paragraphs', () => {
    const a = ['ab cd ef.', 'gh ij kl.', 'mn op qr.', 'st uv wx.', 'yz ab cd.', 'ef gh ij.'];
    const b = ['zy xw vu.', 'ts rq po.', 'nm lk ji.', 'hg fe dc.', 'ba zy xw.'];
    // The third paragraph has one sentence less in the translation.
    const beads = align(lines(a, [0, 0, 1, 1, 2, 2]), lines(b, [0, 0, 1, 2, 2]));
    expect(shapes(beads).slice(0, 2)).toEqual(['0:0', '1:1']);
    expect(shapes(beads).slice(-2)).toEqual(['4:3', '5:4']);
  });
});

describe('odd input', () => {
  test('an empty side leaves the other without counterparts', () => {
    expect(shapes(align(side('de'), side('en')))).toEqual([]);
    expect(shapes(align(german, side('en')))).toEqual(['0:', '1:', '2:', '3:', '4:']);
    expect(shapes(align(side('en'), german))).toEqual([':0', ':1', ':2', ':3', ':4']);
  });

  test('a text against itself is one to one, and sure', () => {
    const beads = align(german, german);
    expect(shapes(beads)).toEqual(['0:0', '1:1', '2:2', '3:3', '4:4']);
    expect(Math.min(...beads.map(({ confidence }) => confidence))).toBeGreaterThan(0.9);
  });

  test('one sentence against five thousand finds its own', () => {
    const sentences = Array.from(
      { length: 5000 },
      (_, day) => `Nothing happened on day ${day} of the journey.`,
    );
    sentences[1234] = 'On day 1234 Shoigu arrived in Vladivostok.';
    const found = align(side('de', 'Am Tag 1234 traf Szojgu in Wladiwostok ein.'), side('en', ...sentences));
    expect(shapes(found)).toContain('0:1234');
    expect(found).toHaveLength(5000);
  });

  test('a wrong language tag still aligns what lengths and names tell', () => {
    expect(shapes(tagged('fi'))).toEqual(['0:0', '1:1', '2:2', '3:3', '4:4']);
    expect(shapes(tagged('und'))).toEqual(['0:0', '1:1', '2:2', '3:3', '4:4']);
  });

  test('texts that have nothing to do with each other get less confidence than a translation', () => {
    const book = madeBook(60);
    const other = madeBook(400);
    const right = align(side('de', ...book.source), side('en', ...book.target));
    const wrong = align(side('de', ...book.source), side('en', ...other.target.slice(250, 310)));
    expect(mean(wrong)).toBeLessThan(mean(right) - 0.2);
  });

  test.each([
    ['alignment.mt-lines', german, german, { mt: ['one line'] }],
    ['alignment.paragraphs', { ...german, paragraphs: [0, 1] }, german, {}],
    ['alignment.paragraphs', german, { ...german, paragraphs: [0, 1, 2, 1, 2] }, {}],
    ['alignment.too-long', { language: 'de', sentences: Array<string>(100_001).fill('a') }, german, {}],
    ['language.unknown', { ...german, language: 'not a tag' }, german, {}],
  ])('%s is refused', (code, source, target, options) => {
    expect(() => align(source, target, options)).toThrow(expect.objectContaining({ code }));
  });

  test('an aborted signal stops it', () => {
    expect(() => align(german, german, { signal: AbortSignal.abort() })).toThrow('aborted');
  });
});

const anySentence = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    'The 3 of us.',
    'Warum nicht?',
    '«Да», сказал Шойгу.',
    '今日は。',
    '\ud800',
    '1.234,5',
  ),
);

test('every sentence of both sides is in exactly one bead, in order, whatever the texts', () => {
  const texts = fc.array(anySentence, { maxLength: 25 });
  fc.assert(
    fc.property(texts, texts, fc.boolean(), (source, target, withMt) => {
      const beads = align(side('de', ...source), side('en', ...target), withMt ? { mt: source } : {});
      expect(beads.flatMap((bead) => bead.source)).toEqual(source.map((_, index) => index));
      expect(beads.flatMap((bead) => bead.target)).toEqual(target.map((_, index) => index));
      for (const { confidence, score } of beads) {
        expect(Number.isFinite(score)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 200 },
  );
});

test('swapped sides give nearly the same beads', () => {
  const book = madeBook(300);
  const there = align(side('de', ...book.source), side('en', ...book.target));
  const back = align(side('en', ...book.target), side('de', ...book.source));
  const turned = new Set(back.map(({ source, target }) => `${target.join()}:${source.join()}`));
  const same = shapes(there).filter((shape) => turned.has(shape)).length;
  expect(same / there.length).toBeGreaterThan(0.97);
});

describe('a book', () => {
  test('is aligned around a missing chapter, in time that grows with its length and not with its square', () => {
    seconds(300);
    const small = seconds(1000);
    const large = seconds(4000);
    expect(small.f1).toBeGreaterThan(0.95);
    expect(large.f1).toBeGreaterThan(0.95);
    // Four times the length; the square would be sixteen.
    expect(large.time / small.time).toBeLessThan(10);
  });
});

test('a machine translation that is nearly all gaps does no harm: it is not used', () => {
  const source = side('de', 'Der Minister kam 1989.', 'Wien feierte.', 'Zwei Busse fuhren nach Graz.');
  const target = side('en', 'The minister came in 1989.', 'Vienna celebrated.', 'Two buses went to Graz.');
  expect(align(source, target, { mt: ['The minister came in 1989.', '', ''] })).toEqual(
    align(source, target),
  );
});
