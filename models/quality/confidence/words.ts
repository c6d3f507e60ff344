import { romanise } from '../../alignment/romanise.ts';

export interface Word {
  /** As written, without an ending after an apostrophe. */
  text: string;
  lower: string;
  isCapital: boolean;
  /** Two or more capitals and nothing else: "NATO". */
  isAcronym: boolean;
  /** Begins a sentence, a quotation or an item, where capitals say nothing. */
  isInitial: boolean;
  /** What stands between the word before it and this one. */
  gap: string;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Of English ("Russia’s"), and what Polish puts behind foreign names ("Kennedy’ego"). */
const possessive = /['’]\p{Ll}*$/u;

/** The words of a text in order: runs of letters, the parts of a hyphenated word each for itself. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const written = match[0].replace(possessive, '');
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    words.push({
      text: written,
      lower: written.toLowerCase(),
      isCapital: /^\p{Lu}/u.test(written),
      isAcronym: /^\p{Lu}{2,}$/u.test(written),
      isInitial: words.length === 0 || /[.!?:;…•*“„«»"”'‘’‚‹›/|\n–—]|^\s*[-(]\s/u.test(gap),
      gap,
    });
  }
  return words;
}

/** Addresses, handles and hashtags: the same in every language, and no words. */
const addresses = /\b(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+\.[^\s@]+|(?<!\S)[@#][\p{L}\p{N}_]+/gu;

export const withoutAddresses = (text: string): string => text.replace(addresses, ' ');

const spellings = new Map<string, string>();
const mostSpellings = 20_000;

/** `romanise`, remembered: the words of a language come again and again. */
export function spellingOf(word: string): string {
  const remembered = spellings.get(word);
  if (remembered !== undefined) return remembered;
  if (spellings.size >= mostSpellings) spellings.clear();
  const spelling = romanise(word);
  spellings.set(word, spelling);
  return spelling;
}
