import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWrapped } from '../../../../models/segmentation/lines.ts';
import { segment, type SegmentationOptions } from '../../../../models/segmentation/segment.ts';

const cut = (text: string, language: string, options?: SegmentationOptions) =>
  segment(text, language, options).sentences.map(({ start, end }) => text.slice(start, end));

const sample = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../data/samples', `${name}.txt`), 'utf8');

test.each([
  ['sl-nova-ruska-ljubezen', 'sl', 23],
  ['sq-putin-kim-vladivostok', 'sq', 57],
  ['pl-kim-w-rosji', 'pl', 22],
  ['de-engere-beziehungen', 'de', 15],
  ['nb-samarbeidet-nye-hoyder', 'nb', 20],
])('the sample %s has its sentences', (name, language, count) => {
  expect(segment(sample(name), language).sentences).toHaveLength(count);
});

test('spans are offsets into the text, and name their paragraph', () => {
  const text = ' date 2024-06 Prva poved. Druga poved.\r\n\r\n  Tretja.\n';
  const { paragraphs, sentences } = segment(text, 'sl');
  expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Prva poved. Druga poved.',
    'Tretja.',
  ]);
  expect(sentences.map(({ start, end, paragraph }) => [text.slice(start, end), paragraph])).toEqual([
    ['Prva poved.', 0],
    ['Druga poved.', 0],
    ['Tretja.', 1],
  ]);
});

test.each(['', ' \n\t\n', ' date 2024-06-17\n'])('%j has no sentence', (text) => {
  expect(segment(text, 'de')).toEqual({ paragraphs: [], sentences: [] });
});

test('a tag that names no language is refused', () => {
  expect(() => segment('Text.', 'no language')).toThrow('is not a language tag');
});

describe('in every language', () => {
  test.each([
    ['addresses hold stops', 'See https://example.org/a.b?C=d or Mail@Example.Org today. It is free.', 2],
    ['a domain may end a sentence', 'Write to example.com. We answer.', 2],
    ['decimals, times and versions hold stops', 'Version 2.0.1 costs 3.50 at 11.30. It is new.', 2],
    ['a stop in brackets is a remark', 'They won (!) again and [...] again. So they say.', 2],
    ['a sentence may be in brackets', '(They won.) [They lost.] They left.', 3],
    ['quotations nest', '“He said ‘No.’” She left. “‘Why?’” Nobody knew.', 4],
    ['a quotation need not close', '“We will not give up. Nobody can stop us.', 2],
    ['an ellipsis may end a sentence', 'Wait... what? Wait… What?', 3],
    ['stops come in rows', 'Really?! Yes!!! No...', 3],
    ['a missing space is seen', 'This is the end.Then it began.', 2],
    ['references belong to the sentence', 'It was so.[1][2] They left.³ It rained.', 3],
    ['a smiley belongs to the sentence', 'Thank you! :-) See you soon.', 2],
    ['a picture opens a sentence', 'Good food. 👍 We will come back.', 2],
    ['a list in one line is numbered', '1. First thing. 2. Second thing.', 2],
  ])('%s: %s', (_, text, count) => {
    expect(cut(text, 'en')).toHaveLength(count);
  });

  test('the agency behind the last sentence is no part of it', () => {
    expect(cut('Ky është lajmi i Evropës”./FP/', 'sq')).toEqual(['Ky është lajmi i Evropës”.', '/FP/']);
    expect(cut('To je vse. (mu)', 'sl')).toEqual(['To je vse.', '(mu)']);
  });
});

describe('exceptions of the house', () => {
  const text = 'Siehe Vfg. Nord und abt. Süd. Danach Pkt. Drei.';

  test('never end a sentence', () => {
    expect(cut(text, 'en')).toHaveLength(5);
    expect(cut(text, 'en', { exceptions: ['vfg', 'abt.', 'Pkt.'] })).toEqual([
      'Siehe Vfg. Nord und abt. Süd.',
      'Danach Pkt. Drei.',
    ]);
  });

  test('may have parts', () => {
    expect(cut('Das ist n. A. Das gilt.', 'de', { exceptions: ['n. A.'] })).toEqual([
      'Das ist n. A. Das gilt.',
    ]);
  });

  test('hold for one call', () => {
    cut(text, 'en', { exceptions: ['vfg'] });
    expect(cut(text, 'en')).toHaveLength(5);
  });
});

describe('lines', () => {
  const wrapped = [
    'Ministrica je včeraj v Ljubljani predstavila načrt za prenovo',
    'železniške proge, ki bo po njenih besedah stala 120 milijonov',
    'evrov. Dela se bodo začela jeseni in bodo trajala tri leta.',
    'Potniki bodo medtem potovali z avtobusi.',
    '',
    'Sindikat načrta ne podpira, saj se boji, da bodo ljudje v',
    'času gradnje prestopili na avtomobile.',
  ].join('\n');

  test('are paragraphs', () => {
    expect(segment('Prva vrstica\nse nadaljuje.', 'sl').paragraphs).toHaveLength(2);
  });

  test('are joined in a wrapped text, where the next word would not have fitted', () => {
    expect(isWrapped(wrapped)).toBe(true);
    expect(
      cut(wrapped, 'sl', { lineBreaks: 'wrapped' }).map((sentence) => sentence.replaceAll('\n', ' ')),
    ).toEqual([
      'Ministrica je včeraj v Ljubljani predstavila načrt za prenovo železniške proge, ki bo po njenih besedah stala 120 milijonov evrov.',
      'Dela se bodo začela jeseni in bodo trajala tri leta.',
      'Potniki bodo medtem potovali z avtobusi.',
      'Sindikat načrta ne podpira, saj se boji, da bodo ljudje v času gradnje prestopili na avtomobile.',
    ]);
  });

  test('break after one that had room for the next word', () => {
    const text = `Nova proga\n${wrapped}`;
    const [heading] = segment(text, 'sl', { lineBreaks: 'wrapped' }).paragraphs;
    expect(heading).toMatchObject({ kind: 'heading', start: 0, end: 'Nova proga'.length });
  });

  test.each([
    'sl-nova-ruska-ljubezen',
    'sq-putin-kim-vladivostok',
    'pl-kim-w-rosji',
    'de-engere-beziehungen',
    'nb-samarbeidet-nye-hoyder',
  ])('are not wrapped in the sample %s', (name) => {
    expect(isWrapped(sample(name))).toBe(false);
  });

  test('of a list or a poem are not wrapped', () => {
    const poem = [
      'Der Abend kommt, der Wind wird still,',
      'die Vögel ziehen fort,',
      'und wer noch etwas sagen will,',
      'der sagt es ohne Wort.',
    ];
    expect(isWrapped(poem.join('\n'))).toBe(false);
    expect(isWrapped('Kruh\nMleko\nSir in skuta iz domače sirarne na Bohinjski Bistrici\nMaslo')).toBe(false);
  });
});
