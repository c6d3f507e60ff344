/**
 * Which language a text is in.
 *
 * The n-gram scores come from `eld` (its large table: the most accurate detector in pure JavaScript that we measured).
 * The table takes about 140 MB of memory, so it is loaded when the first text asks for it.
 */
import type * as elds from 'eld/large';
import { normaliseTag } from './languages.ts';

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
}

/** `eld` looks at no more than this of a text (UTF-16 code units). */
const WINDOW = 1000;
/** As many windows, evenly spread, stand for a long text: a quotation at its beginning must not decide alone. */
const MOST_WINDOWS = 8;
/** Below this the answer is "cannot tell": asking the editor costs less than translating from the wrong language. */
const LEAST_CONFIDENCE = 0.75;

/**
 * @param text the whole article, without metadata
 * @returns its main language; never throws, an empty text is one that cannot be told
 */
export async function identify(text: string): Promise<Identification> {
  const scores = averageScores(await detector(), windows(text));
  const ranked = [...scores].toSorted(([, a], [, b]) => b - a).slice(0, 5);
  const [best, second] = ranked;
  if (best === undefined) return { language: null, confidence: 0, candidates: [] };

  const top = confidenceOf(best[1] - (second?.[1] ?? 0), countLetters(text));
  const rest = ranked.slice(1).reduce((sum, [, score]) => sum + score, 0);
  const candidates = ranked.map(([language, score], rank) => ({
    language,
    confidence: rank === 0 ? top : ((1 - top) * score) / rest,
  }));
  const isTold = top >= LEAST_CONFIDENCE;
  return { language: isTold ? best[0] : null, confidence: isTold ? top : 0, candidates };
}

/**
 * The chance that the best language is right, from its lead over the second and the length of the text.
 * The curve was fitted to how often the lead is right on whole sentences and on their first 45 and 20 characters;
 * the evidence grows with the square root of the length, as that of any mean does.
 * @param lead difference of the two best scores, 0–1
 */
const confidenceOf = (lead: number, letters: number): number =>
  1 - 0.4 * Math.exp(-7 * lead * Math.sqrt(letters));

function averageScores(eld: Eld, parts: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts) {
    for (const [code, score] of Object.entries(eld.detect(part).getScores())) {
      const language = normaliseTag(code);
      sums.set(language, (sums.get(language) ?? 0) + score / parts.length);
    }
  }
  return sums;
}

/** The whole of a short text; of a long one stretches from the beginning to the end. */
function windows(text: string): string[] {
  const count = Math.min(MOST_WINDOWS, Math.ceil(text.length / WINDOW));
  const stride = count > 1 ? (text.length - WINDOW) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => {
    const start = Math.round(index * stride);
    return text.slice(start, start + WINDOW);
  });
}

const countLetters = (text: string): number =>
  text.slice(0, WINDOW * MOST_WINDOWS).match(/\p{L}/gu)?.length ?? 0;

type Eld = (typeof elds)['eld'];

let loading: Promise<Eld> | undefined;
const detector = (): Promise<Eld> => (loading ??= import('eld/large').then(({ eld }) => eld));
