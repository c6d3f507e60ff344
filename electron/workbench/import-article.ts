import { createHash } from 'node:crypto';
import { addArticle, type Origin } from '../../data/store/articles.ts';
import { setUnits, type NewUnit } from '../../data/store/units.ts';
import { titleOf } from '../../data/formats/title.ts';
import type { Store } from '../../data/store/store.ts';
import { identify, type Identification } from '../../models/identify.ts';
import { normaliseTag } from '../../models/languages.ts';
import { readMetadata } from '../../models/segmentation/metadata.ts';
import { countWords, oneLine, type Segmentation, type Sentence } from '../../models/text.ts';
import { now } from './handlers.ts';
import { quotedLanguages } from './quotations.ts';
import { segmentArticle } from './segment-article.ts';

/** A decoded text with all that is known of it, before anything is stored. */
export interface AnalysedArticle {
  hash: string;
  name: string;
  text: string;
  bom: boolean;
  origin: Origin;
  title: string;
  date: string | null;
  language: string | null;
  confidence: number;
  languageChosen: boolean;
  languageGroup: readonly string[] | undefined;
  segmentation: Segmentation;
  /** For each paragraph its language, where it surely is in another one than the article. */
  others: (string | null)[];
}

/** Known again whatever its line ends and outer blank space, so that a text is not imported twice. */
export const textHash = (text: string): string =>
  createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n').trim()).digest('hex');

/** Reads a text as the app sees it: its date, language, paragraphs, sentences, title. Stores nothing. */
export async function analyse(
  decoded: { text: string; bom: boolean },
  { name, origin, language }: { name: string; origin: Origin; language?: string | undefined },
): Promise<AnalysedArticle> {
  const { text, bom } = decoded;
  const { date, bodyStart } = readMetadata(text);
  const found = language === undefined ? await recognise(text.slice(bodyStart)) : null;
  const tag = language === undefined ? (found?.language ?? null) : normaliseTag(language);
  const segmentation = segmentArticle(text, tag ?? 'und');
  const [opening] = segmentation.paragraphs;
  // A heading further down names a part of the article, not the article.
  const firstHeading = opening?.kind === 'heading' ? text.slice(opening.start, opening.end) : null;
  return {
    hash: textHash(text),
    name,
    text,
    bom,
    origin,
    title: titleOf({ text, firstHeading, name, language: tag }),
    date,
    language: tag,
    confidence: found?.confidence ?? (language === undefined ? 0 : 1),
    languageChosen: language !== undefined,
    languageGroup: found?.group,
    segmentation,
    others: await quotedLanguages(text, segmentation, tag),
  };
}

/** An article is worth a question: asking costs the editor less than a translation from the wrong language. */
const LEAST_CONFIDENCE = 0.8;

/** The language of an article, or null where the editor should be asked; of a group the likeliest is taken, and she is asked too. */
async function recognise(text: string): Promise<Pick<Identification, 'language' | 'confidence' | 'group'>> {
  const found = await identify(text);
  return found.group === undefined && found.confidence < LEAST_CONFIDENCE
    ? { language: null, confidence: 0 }
    : found;
}

/** Stores an analysed article with its units, all or nothing. Returns its id. */
export function store(
  { store: database }: { store: Store },
  article: AnalysedArticle,
  units: readonly NewUnit[] = unitsFromSentences(article.segmentation, article),
): number {
  const at = now();
  return database.transaction(() => {
    const words = countWords(
      article.segmentation.sentences.map(({ start, end }) => article.text.slice(start, end)).join('\n'),
    );
    const id = addArticle(database, { ...article, words }, at);
    setUnits(database, id, units, at);
    return id;
  });
}

/** What is known of a text's languages: its own, and for each paragraph another one or null. */
export type Languages = Pick<AnalysedArticle, 'text' | 'language' | 'others'>;

/** One unit a sentence, nothing translated yet; what is in English already is its own draft. */
export const unitsFromSentences = (
  { paragraphs, sentences }: Segmentation,
  languages: Languages,
): NewUnit[] =>
  sentences.map((sentence) => ({
    start: sentence.start,
    end: sentence.end,
    paragraph: sentence.paragraph,
    kind: paragraphs[sentence.paragraph]?.kind ?? 'paragraph',
    ...inItsLanguage(sentence, languages),
  }));

/** The language of an untranslated sentence, and its draft where it needs no translation. */
export function inItsLanguage(
  { start, end, paragraph }: Sentence,
  { text, language, others }: Languages,
): Pick<NewUnit, 'language' | 'target' | 'state'> {
  const other = others[paragraph] ?? null;
  const isEnglish = other === 'en' && language !== 'en';
  return { language: other, ...(isEnglish && { target: oneLine(text.slice(start, end)), state: 'draft' }) };
}
