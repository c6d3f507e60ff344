/**
 * What of a text is looked at: its words in the script that most of it is written in, from evenly spread windows,
 * so that the time is the same for a page and for a book.
 */
import { dominantScript, lettersOf, weightOf } from './script.ts';

export interface Stretch {
  /** ISO 15924. */
  script: string;
  /** Lower-case, in the order of the text. */
  words: readonly string[];
  /** In all words together; a sign for a syllable or a word counts as three. */
  letters: number;
}

/** `eld` looks at no more than this of a text (UTF-16 code units). */
const WINDOW = 1000;
/** A quotation at the beginning must not decide alone. */
const MOST_WINDOWS = 8;
/** Shorter lines (UTF-16 code units) are taken together with the next: alone they say too little. */
const LEAST_LINE = 100;

/** Addresses, handles and hashtags are nobody's language. */
const addresses = /\b(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._+-]{1,64}@\S+|[@#][\p{L}\p{N}_]+/giu;

/** The stretches of one language each, as far as line breaks show them; none for a text without letters. */
export function stretchesOf(text: string): Stretch[] {
  const parts = windows(text).map((part) => part.replaceAll(addresses, ' '));
  const script = dominantScript(parts.join(' '));
  if (script === null) return [];
  return parts
    .flatMap(lines)
    .map((line) => stretch(line, script))
    .filter(({ letters }) => letters > 0);
}

/** The whole of a short text; of a long one as much as is looked at, from its beginning to its end. */
function windows(text: string): string[] {
  const count = Math.min(MOST_WINDOWS, Math.ceil(text.length / WINDOW));
  const stride = count > 1 ? (text.length - WINDOW) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => {
    const start = Math.round(index * stride);
    return text.slice(start, start + WINDOW);
  });
}

function lines(window: string): string[] {
  const grown: string[] = [];
  for (const line of window.split(/[\r\n\u2028\u2029]+/)) {
    const last = grown.at(-1);
    if (last !== undefined && Math.min(last.length, line.length) < LEAST_LINE)
      grown[grown.length - 1] = `${last}\n${line}`;
    else grown.push(line);
  }
  return grown;
}

function stretch(line: string, script: string): Stretch {
  const letter = lettersOf(script);
  const words = (
    line
      .replaceAll('’', "'")
      .toLowerCase()
      .match(/[\p{L}\p{M}']+/gu) ?? []
  ).filter((word) => letter.test(word));
  const letters = words.reduce((sum, word) => sum + word.length, 0) * weightOf(script);
  return { script, words, letters };
}
