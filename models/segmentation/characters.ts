/** Classes of characters that the segmenter asks for. Each function takes one character, or '' beyond the text's end. */

export type CharacterClass = 'upper' | 'lower' | 'digit' | 'stop' | 'separator' | 'symbol' | 'none';

const stops = '.!?…‼⁇⁈⁉‽';
/**
 * Full stops of scripts that put no space behind them or have no capitals: these end a sentence whatever follows. Of Chinese and
 * Japanese, the scripts of India, Arabic and Urdu, Amharic, Armenian, Burmese, Khmer, Tibetan and Mongolian (Unicode's
 * Sentence_Terminal without the marks that only part clauses).
 */
const sureStops = '。．！？｡।॥۔؟።፧፨։။។៕།༎᠃᠉';
/** Amharic typists write ። as two of the marks that part words. */
const wordMark = '፡';
const quotes = '"\'“”„‟‘’‚‛«»‹›`「」『』';

const isOneOf = (set: string, ch: string): boolean => ch !== '' && set.includes(ch);

export const isStop = (ch: string): boolean => isOneOf(stops, ch) || isOneOf(sureStops, ch);
export const isSureStop = (ch: string): boolean => isOneOf(sureStops, ch) || ch === wordMark;
export const isQuote = (ch: string): boolean => isOneOf(quotes, ch);
export const isDash = (ch: string): boolean => isOneOf('-–—―', ch);
export const isOpeningBracket = (ch: string): boolean => isOneOf('([{', ch);
export const isClosingBracket = (ch: string): boolean => isOneOf(')]}', ch);

export const isSpace = (ch: string): boolean => ch !== '' && ch.trim() === '';
export const isDigit = (ch: string): boolean => /\p{Nd}/u.test(ch);
export const isLetter = (ch: string): boolean => /[\p{L}\p{M}]/u.test(ch);

/** Runs of stops; `more` are marks that this language alone stops at. */
export const stopPattern = (more = ''): RegExp =>
  new RegExp(`(?:[${stops}${sureStops}${more}]|${wordMark}{2})+`, 'g');

/** Letters without case count as capitals: they can open a sentence. So do Georgian ones, whose capitals only headlines use. */
export function classify(ch: string): CharacterClass {
  if (ch === '') return 'none';
  if (isDigit(ch)) return 'digit';
  if (isStop(ch)) return 'stop';
  if (isLetter(ch)) return /[\p{Ll}--\p{Script=Georgian}]/v.test(ch) ? 'lower' : 'upper';
  return isOneOf(',;:%', ch) || isClosingBracket(ch) ? 'separator' : 'symbol';
}

/** The whole character at an offset, both halves of a surrogate pair. */
export function characterAt(line: string, at: number): string {
  const code = line.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
