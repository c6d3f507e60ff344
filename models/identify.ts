/**
 * Which language a text is in.
 *
 * How: `identification/probabilities.ts`. The n-gram table (`eld/large`) takes about 140 MB of memory, so it is loaded when the
 * first text asks for it.
 */
import { groupOf } from './identification/groups.ts';
import { probabilities } from './identification/probabilities.ts';

export interface Candidate {
  /** BCP 47. */
  language: string;
  /** 0–1; the confidences of all candidates of a text sum to at most 1. */
  confidence: number;
}

export interface Identification {
  /** BCP 47, or null when the text is too short or too strange to tell. */
  language: string | null;
  /** How likely `language` is right, 0–1; 0 when it is null. */
  confidence: number;
  /** The likeliest first, at most five; given also when `language` is null. */
  candidates: Candidate[];
  /**
   * Given when the text is surely in one of these standards, but hardly anyone can tell in which (Croatian, Bosnian, Serbian
   * in Latin script): those that it may be, the likeliest, which is `language`, first. The editor should be asked.
   */
  group?: string[];
}

export interface ParagraphLanguages {
  /** That of the whole article. */
  main: Identification;
  /** One for each paragraph: its language where that is surely another than the main one, else null. */
  others: (Candidate | null)[];
}

/** Below this the answer is "cannot tell": another language is then as likely. */
const LEAST_CONFIDENCE = 0.5;
/** A standard that is less likely is not offered. */
const LEAST_WORTH_ASKING = 0.02;
/** From here on nobody needs to be asked. */
const CERTAIN = 0.95;
/** Natural log-odds for the main language before a paragraph is read: about one in 50 is in another one. */
const MAIN_ADVANTAGE = 4;
const MOST_CANDIDATES = 5;

/**
 * @param text the whole article, without metadata; of a long one no more than 8000 characters are looked at
 * @returns its main language; never throws, an empty text is one that cannot be told
 */
export async function identify(text: string): Promise<Identification> {
  const chances = await probabilities(text);
  const candidates = [...chances]
    .filter(([language]) => language !== 'und')
    .map(([language, confidence]) => ({ language, confidence }))
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_CANDIDATES);
  const [best] = candidates;
  if (best === undefined) return { language: null, confidence: 0, candidates };

  const chanceOf = (language: string): number => chances.get(language) ?? 0;
  const siblings = groupOf(best.language);
  const chanceOfGroup = siblings.reduce((sum, language) => sum + chanceOf(language), 0);
  if (chanceOfGroup < LEAST_CONFIDENCE) return { language: null, confidence: 0, candidates };
  const group = siblings
    .filter((language) => chanceOf(language) >= LEAST_WORTH_ASKING)
    .toSorted((a, b) => chanceOf(b) - chanceOf(a));
  const isOpen = group.length > 1 && best.confidence < CERTAIN;
  return { ...best, candidates, ...(isOpen && { group }) };
}

/**
 * Finds the quotations and the second halves of bilingual texts.
 * @param paragraphs the texts of an article's paragraphs, in order; their joined text is what `main` is told from
 * @param known the article's language (BCP 47), where somebody knows it better than can be told
 * @returns for every paragraph null, or the other language that it is in with a confidence of at least 0.95
 */
export async function identifyParagraphs(
  paragraphs: readonly string[],
  known?: string,
): Promise<ParagraphLanguages> {
  const main = await identify(paragraphs.join('\n'));
  const others = await Promise.all(
    paragraphs.map((paragraph) => otherLanguage(paragraph, known ?? main.language)),
  );
  return { main, others };
}

async function otherLanguage(paragraph: string, main: string | null): Promise<Candidate | null> {
  const { language, confidence } = await identify(paragraph);
  if (language === null || groupOf(language).includes(main ?? '')) return null;
  const odds =
    confidence / (1 - confidence + Number.EPSILON) / (main === null ? 1 : Math.exp(MAIN_ADVANTAGE));
  const sure = odds / (1 + odds);
  return sure >= CERTAIN ? { language, confidence: sure } : null;
}
