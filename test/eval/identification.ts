/**
 * Language identification: ours beside plain `eld/large`, in per cent of the texts told rightly.
 *
 * - `strict`: the language itself; `grouped`: Croatian, Bosnian and Serbian count as one
 * - `main`: of the texts in sl, sq, pl, de, nb, en
 * - `calibration error`: how far the confidence is from the share of right answers on average (expected calibration error
 *   in ten bins), in points; `eld` gives no confidence
 *
 * Cannot tell counts as wrong.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eld } from 'eld/large';
import { readSamples } from '../../data/samples/samples.ts';
import { identify } from '../../models/identify.ts';
import { normaliseTag } from '../../models/languages.ts';
import { readMetadata } from '../../models/segmentation/metadata.ts';
import { segment } from '../../models/segmentation/segment.ts';
import type { Row } from './row.ts';

interface Labelled {
  label: string;
  text: string;
}

interface Answer {
  language: string;
  confidence?: number;
}

type System = (text: string) => Promise<Answer> | Answer;

const systems: Record<string, System> = {
  ours: async (text) => {
    const { language, confidence } = await identify(text);
    return { language: language ?? 'und', confidence };
  },
  'eld/large': (text) => {
    const { language } = eld.detect(text);
    return { language: language === '' ? 'und' : normaliseTag(language) };
  },
};

const mainLanguages = new Set(['sl', 'sq', 'pl', 'de', 'nb', 'en']);
const siblings = new Set(['hr', 'bs', 'sr']);
const HEADLINE = 45;

/** @param data the folder with the development sets, if there is one */
export async function rows(data: string | undefined): Promise<Row[]> {
  const sets = { ...ownSets(), ...(data === undefined ? {} : developmentSets(data)) };
  const found: Row[] = [];
  for (const [set, texts] of Object.entries(sets)) {
    for (const [system, tell] of Object.entries(systems))
      found.push({ set, system, figures: await score(texts, tell) });
  }
  return found;
}

/** The samples with their translations: sentence by sentence, and each whole article's first 60 characters. */
function ownSets(): Record<string, Labelled[]> {
  const articles = readSamples().flatMap(({ bytes, language, english }) => {
    const text = new TextDecoder().decode(bytes);
    return [
      { label: language, text: text.slice(readMetadata(text).bodyStart).trim() },
      { label: 'en', text: english },
    ];
  });
  const sentences = articles.flatMap(({ label, text }) =>
    segment(text, label).sentences.map(({ start, end }) => ({ label, text: text.slice(start, end) })),
  );
  return {
    'identification: sentences of the samples': sentences,
    'identification: headlines of the samples': sentences.map(headline),
    'identification: samples, 60 characters': articles.map(({ label, text }) => ({
      label,
      text: text.slice(0, 60),
    })),
  };
}

function developmentSets(data: string): Record<string, Labelled[]> {
  const sentences = readLabelled(join(data, 'langid', 'sentences.tsv'));
  return {
    'identification: sentences': sentences,
    'identification: headlines': sentences.map(headline),
    'identification: chunks of 5': readLabelled(join(data, 'langid', 'chunks5.tsv')),
  };
}

/** `label<TAB>text` lines. */
const readLabelled = (file: string): Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [label = '', text = ''] = line.split('\t');
      return { label, text };
    });

/** The first words, up to 45 characters. */
function headline({ label, text }: Labelled): Labelled {
  if (text.length <= HEADLINE) return { label, text };
  const end = text.lastIndexOf(' ', HEADLINE);
  return { label, text: text.slice(0, end > 0 ? end : HEADLINE) };
}

async function score(texts: readonly Labelled[], tell: System): Promise<Record<string, number>> {
  const results: { label: string; answer: string; confidence: number | undefined }[] = [];
  for (const { label, text } of texts) {
    const { language, confidence } = await tell(text);
    results.push({ label: withoutScript(label), answer: withoutScript(language), confidence });
  }
  const ofMain = results.filter(({ label }) => mainLanguages.has(label));
  const told = results.flatMap((result) =>
    result.confidence === undefined || result.answer === 'und'
      ? []
      : [{ confidence: result.confidence, right: isRight(result) }],
  );
  return {
    strict: share(results, isRight),
    grouped: share(
      results,
      (result) => isRight(result) || (siblings.has(result.label) && siblings.has(result.answer)),
    ),
    main: share(ofMain, isRight),
    ...(told.length > 0 && { 'calibration error': calibrationError(told) }),
  };
}

const isRight = ({ label, answer }: { label: string; answer: string }): boolean => label === answer;

/** "sr-Latn" → "sr", "zh-Hant" → "zh": a script cannot be mistaken. */
const withoutScript = (tag: string): string => new Intl.Locale(tag).language;

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  (100 * items.filter(test).length) / items.length;

function calibrationError(answers: readonly { confidence: number; right: boolean }[]): number {
  const bins = Map.groupBy(answers, ({ confidence }) => Math.min(9, Math.floor(10 * confidence)));
  const gaps = [...bins.values()].map((bin) =>
    Math.abs(bin.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0)),
  );
  return (100 * gaps.reduce((sum, gap) => sum + gap, 0)) / answers.length;
}
