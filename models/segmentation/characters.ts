/** Classes of characters that the segmenter asks for. Each function takes one character, or '' beyond the text's end. */

export type CharacterClass = 'upper' | 'lower' | 'digit' | 'stop' | 'separator' | 'symbol' | 'none';

const stops = '.!?…‼⁇⁈⁉‽';
/** Full stops of scripts that put no space behind them or have no capitals: these end a sentence whatever follows. */
const sureStops = '。．！？｡।॥۔؟።፧፨։';
const quotes = '"\'“”„‟‘’‚‛«»‹›`「」『』';

const isOneOf = (set: string, ch: string): boolean => ch !== '' && set.includes(ch);

export const isStop = (ch: string): boolean => isOneOf(stops, ch) || isOneOf(sureStops, ch);
export const isSureStop = (ch: string): boolean => isOneOf(sureStops, ch);
export const isQuote = (ch: string): boolean => isOneOf(quotes, ch);
export const isDash = (ch: string): boolean => isOneOf('-–—―', ch);
export const isOpeningBracket = (ch: string): boolean => isOneOf('([{', ch);
export const isClosingBracket = (ch: string): boolean => isOneOf(')]}', ch);

export const isSpace = (ch: string): boolean => ch !== '' && ch.trim() === '';
export const isDigit = (ch: string): boolean => ch >= '0' && ch <= '9';
export const isLetter = (ch: string): boolean => /[\p{L}\p{M}]/u.test(ch);

/** Runs of stops; `more` are marks that this language alone stops at. */
export const stopPattern = (more = ''): RegExp => new RegExp(`[${stops}${sureStops}${more}]+`, 'g');

/** Letters without case count as capitals: they can open a sentence. */
export function classify(ch: string): CharacterClass {
  if (ch === '') return 'none';
  if (isDigit(ch)) return 'digit';
  if (isStop(ch)) return 'stop';
  if (isLetter(ch)) return ch === ch.toLowerCase() && ch !== ch.toUpperCase() ? 'lower' : 'upper';
  return isOneOf(',;:%', ch) || isClosingBracket(ch) ? 'separator' : 'symbol';
}

/** The whole character at an offset, both halves of a surrogate pair. */
export function characterAt(line: string, at: number): string {
  const code = line.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
