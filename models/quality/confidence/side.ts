import { normaliseTag } from '../../languages.ts';
import { quantities, type Quantity } from '../quantities.ts';
import { readWords, withoutAddresses, type Word } from './words.ts';

/** One side of a unit, read once for all signals. */
export interface Side {
  /** Without addresses, which are the same in every language. */
  text: string;
  /** BCP 47. */
  language: string;
  words: readonly Word[];
  quantities: readonly Quantity[];
}

/** Reads one side of a unit. @param tag of its language, BCP 47; one that is no tag is taken for unknown */
export function readSide(written: string, tag: string): Side {
  const language = languageOf(tag);
  const text = withoutAddresses(written.normalize('NFC'));
  return { text, language, words: readWords(text), quantities: quantities(text, language) };
}

const languageTags = new Map<string, string>();

/** The app's form of a tag; what is no tag is a language that nothing is known of. */
function languageOf(tag: string): string {
  const remembered = languageTags.get(tag);
  if (remembered !== undefined) return remembered;
  let language = 'und';
  try {
    language = normaliseTag(tag);
  } catch {
    // A wrong tag costs what is known of the language, no more.
  }
  languageTags.set(tag, language);
  return language;
}
