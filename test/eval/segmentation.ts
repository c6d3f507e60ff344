/** Sentence boundaries: ours beside what Node and npm offer. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { segment } from '../../models/segmentation/segment.ts';
import { segmentationExamples } from '../support/segmentation-examples.ts';
import type { Row } from './row.ts';

/** A text cut by hand: its paragraphs, and all their sentences in order. */
interface Document {
  lang: string;
  paragraphs: readonly string[];
  sentences: readonly string[];
}

interface DocumentSet {
  name: string;
  documents: readonly Document[];
}

interface System {
  name: string;
  /** The sentences of one paragraph; white space at their ends is of no account. */
  cut: (paragraph: string, language: string) => string[];
}

/**
 * Boundary F1, precision and recall of every system, in per cent, a row for each set and system.
 * @param data folder with `segmentation/<language>.jsonl`, a document a line: `{lang, paragraphs, sentences}`; without it only the
 * examples of the unit tests are scored, which are short, and hard on purpose
 * @throws Error when a system lost or changed a character
 */
export async function rows(data: string | undefined): Promise<Row[]> {
  const systems = await availableSystems();
  const sets = [exampleSet(), ...(data === undefined ? [] : developmentSets(join(data, 'segmentation')))];
  return sets.flatMap(({ name, documents }) =>
    systems.map((system) => ({ set: name, system: system.name, figures: score(documents, system) })),
  );
}

async function availableSystems(): Promise<System[]> {
  const ours: System = {
    name: 'ours',
    cut: (paragraph, language) =>
      segment(paragraph, language).sentences.map(({ start, end }) => paragraph.slice(start, end)),
  };
  const icu: System = {
    name: 'Intl.Segmenter',
    cut: (paragraph, language) =>
      Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph)).map(
        ({ segment: sentence }) => sentence,
      ),
  };
  const rival = await sentencex();
  return rival === null ? [ours, icu] : [ours, icu, rival];
}

/** The best segmenter on npm; null where it is not installed, as its program exists for a few platforms only. */
async function sentencex(): Promise<System | null> {
  const name: string = 'sentencex';
  try {
    const library = (await import(name)) as { segment: (language: string, text: string) => string[] };
    return { name, cut: (paragraph, language) => library.segment(language, paragraph) };
  } catch {
    return null;
  }
}

/** All languages in one, as each has few. */
const exampleSet = (): DocumentSet => ({
  name: 'examples',
  documents: segmentationExamples().flatMap(({ language, examples }) =>
    examples.map(({ text, sentences }) => ({ lang: language, paragraphs: [text], sentences })),
  ),
});

const developmentSets = (folder: string): DocumentSet[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => ({
      name: file.replace('.jsonl', ''),
      documents: readFileSync(join(folder, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Document),
    }));

/**
 * Only boundaries inside a paragraph count, since its end is given. A boundary is the number of visible characters before it,
 * so that white space is of no account.
 */
function score(documents: readonly Document[], { cut }: System): Row['figures'] {
  let right = 0;
  let wanted = 0;
  let found = 0;
  for (const { lang, paragraphs, sentences } of documents) {
    const predicted = paragraphs.flatMap((paragraph) => cut(paragraph, lang));
    if (visible(predicted.join('')) !== visible(paragraphs.join('')))
      throw new Error(`Characters were lost or changed in “${paragraphs[0]?.slice(0, 60)}…”.`);
    const given = ends(paragraphs);
    const gold = ends(sentences).difference(given);
    const guess = ends(predicted).difference(given);
    right += gold.intersection(guess).size;
    wanted += gold.size;
    found += guess.size;
  }
  return {
    F1: percent(2 * right, wanted + found),
    precision: percent(right, found),
    recall: percent(right, wanted),
  };
}

/** A set without boundaries, where none was found, is perfect. */
const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole);

const visible = (text: string): string => text.replaceAll(/\s+/g, '');

function ends(stretches: readonly string[]): Set<number> {
  let length = 0;
  return new Set(stretches.map((stretch) => (length += visible(stretch).length)));
}
