import { isDash, isDigit, isLetter, isOpeningBracket, isQuote } from './characters.ts';
import type { Lexicon } from './lexicon.ts';

/** No abbreviation, initial or ordinal is longer; bounds the look back. */
const wordLimit = 24;

/** A sentence that is shorter may have only its adverbial so far ("Po ostatniej próbie nuklearnej w 2017 r."). */
const leadLimit = 60;

/** What stands before a full stop. */
export interface Preceding {
  /** The word, without the stop: "dr", "m.in", "16"; '' behind a bracket, a quotation mark or a sign. */
  word: string;
  /** The word with the small letter before it that may be its first part: "z.B" where "z. B." is written; otherwise the word. */
  inFull: string;
  /** It is only the last part of something: "0:1", "NATO-s", "20 °C", "ארה״ב". */
  isJoined: boolean;
  /** The sentence began with it: "1." there numbers a paragraph, whatever follows. */
  opensSentence: boolean;
  /** The sentence up to here as long as it is short, otherwise ''. */
  lead: string;
}

/** Reads back from the full stop at `stop`, at most to `start`, where the sentence began. */
export function precedingStop(line: string, start: number, stop: number): Preceding {
  let from = stop;
  while (from > start && from > stop - wordLimit && isWordPart(line, from - 1)) from--;
  const before = line.slice(Math.max(start, from - wordLimit), from);
  const word = line.slice(from, stop);
  const apart = /(?<![\p{L}\p{N}.])(\p{Ll}\.)\s$/u.exec(before);
  return {
    word,
    inFull: `${apart?.[1] ?? ''}${word}`,
    isJoined: isJoinedTo(before, word),
    opensSentence: !/[\p{L}\p{N}]/u.test(before),
    lead: stop - start > leadLimit ? '' : line.slice(start, stop),
  };
}

/** Letters, digits, inner full stops ("m.in"), and the hyphen of "J.-P". */
function isWordPart(line: string, at: number): boolean {
  const ch = line.charAt(at);
  return isLetter(ch) || isDigit(ch) || ch === '.' || (ch === '-' && line.charAt(at - 1) === '.');
}

function isJoinedTo(before: string, word: string): boolean {
  const joint = before.slice(-1).trim();
  if (joint === '' || /\.[/–]$/.test(before)) return false; // "15./16. Mai" joins two ordinals
  if ((joint === "'" || joint === '’') && word.length > 1) return false; // "dell’art. 5"
  const opens = isQuote(joint) || isOpeningBracket(joint) || isDash(joint);
  return !opens || /[\p{L}\p{N}].$/u.test(before);
}

/** "W 2017 r.": a short sentence that began with a preposition has no subject yet, and the capital behind it may be that. */
export const isAdverbial = (lead: string, { openers }: Pick<Lexicon, 'openers'>): boolean =>
  openers.has(/^\P{L}*(\p{L}*)/u.exec(lead)?.[1]?.toLowerCase() ?? '');
