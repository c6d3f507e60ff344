import {
  characterAt,
  classify,
  isClosingBracket,
  isDash,
  isDigit,
  isLetter,
  isOpeningBracket,
  isQuote,
  isSpace,
  isStop,
} from './characters.ts';
import type { CharacterClass } from './characters.ts';
import type { Lexicon } from './lexicon.ts';

/** Longer than what opens a sentence, and than any word that the rules know; bounds the look ahead. */
const lookAhead = 24;

/** "It was so.[2][3] They left.³": references belong to the sentence. */
const reference = /^(?:(?:\[\d{1,3}\]){1,4}|[⁰¹²³⁴-⁹]{1,3})/u;
/** "Thank you! :-) See you": so does a smiley. */
const smiley = /^[:;=][-o^']?[()DPp]{1,9}(?!\S)/u;

/** What stands behind a stop. */
export interface Following {
  /** Where the sentence would end: behind the closing quotes, brackets and references that belong to the stop. */
  end: number;
  closed: 'quote' | 'bracket' | null;
  /** What the next sentence would begin with, dashes and opening quotes left aside. */
  kind: CharacterClass;
  /** Its first word, '' when it does not begin with a letter or a digit. */
  word: string;
  /** The word is one letter and a full stop: "I. Newton". */
  isInitial: boolean;
}

/** Reads on from `from`, the end of a run of stops. */
export function followingStop(line: string, from: number, lexicon: Lexicon): Following {
  const { end, closed } = closingFrom(line, from, lexicon);
  const next = afterSpace(line, end);
  const content = afterOpening(line, next);
  // "[...] and", "– … and": an ellipsis behind an opening mark opens a sentence.
  const isEllipsis = content > next && isStop(line.charAt(content));
  const kind = isEllipsis
    ? 'symbol'
    : classify(characterAt(line, opensWithClitic(line, content) ? content + 2 : content));
  const word = wordAt(line, content);
  return { end, closed, kind, word, isInitial: word.length === 1 && line.charAt(content + 1) === '.' };
}

/** Dutch "’s Avonds", Afrikaans "’n Man": the word behind the clitic has the capital. */
const opensWithClitic = (line: string, content: number): boolean =>
  /^['’‘]\p{Ll}\s$/u.test(line.slice(Math.max(0, content - 1), content + 2));

function closingFrom(
  line: string,
  from: number,
  { openingQuotes, closingQuotes }: Lexicon,
): Pick<Following, 'end' | 'closed'> {
  let end = from;
  let closed: Following['closed'] = null;
  const isOpening = (at: number) => openingQuotes.has(line.charAt(at)) && isWord(line.charAt(at + 1));
  const take = (at: number) => {
    closed = isQuote(line.charAt(at)) ? 'quote' : 'bracket';
    end = at + 1;
  };
  const closesAt = (at: number) =>
    isClosingBracket(line.charAt(at)) || (isQuote(line.charAt(at)) && !isOpening(at));
  // « Non ! » : white space before a mark that can only close.
  const closesApart = (at: number) =>
    (isClosingBracket(line.charAt(at)) || closingQuotes.has(line.charAt(at))) && !isWord(line.charAt(at + 1));
  for (;;) {
    while (closesAt(end)) take(end);
    const next = afterSpace(line, end);
    if (next === end || !closesApart(next)) break;
    take(next);
  }
  return { end: afterTrailer(line, end), closed };
}

function afterTrailer(line: string, from: number): number {
  const end = from + lengthOf(reference, line, from);
  const next = afterSpace(line, end);
  const length = lengthOf(smiley, line, next);
  return length > 0 ? next + length : end;
}

const lengthOf = (pattern: RegExp, line: string, from: number): number =>
  pattern.exec(line.slice(from, from + lookAhead))?.[0].length ?? 0;

function afterSpace(line: string, from: number): number {
  let at = from;
  while (isSpace(line.charAt(at))) at++;
  return at;
}

/** Skips what can stand before a sentence's first word: dashes, opening quotes and brackets, ¿ and ¡. */
function afterOpening(line: string, from: number): number {
  let at = from;
  while (at < from + lookAhead && isOpeningMark(line, at)) at++;
  return at;
}

function isOpeningMark(line: string, at: number): boolean {
  const ch = line.charAt(at);
  if (ch === ',') return line.charAt(at - 1) === ',' || line.charAt(at + 1) === ','; // ,,typed quotes''
  return isQuote(ch) || isOpeningBracket(ch) || isDash(ch) || isSpace(ch) || ch === '¿' || ch === '¡';
}

function wordAt(line: string, from: number): string {
  let at = from;
  while (at < from + lookAhead && isWord(line.charAt(at))) at++;
  return line.slice(from, at);
}

const isWord = (ch: string): boolean => isLetter(ch) || isDigit(ch);
