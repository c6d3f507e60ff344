/**
 * What the mini model can translate: sentences made of the words of its grammar, and nothing else.
 *
 * A network this small has seen one sentence pattern only; anything else comes out as fluent nonsense. So the app
 * asks here first, and offers the mini model for nothing that it does not cover.
 */
import vocabulary from './vocabulary.json' with { type: 'json' };

export interface Coverage {
  covered: boolean;
  /** The words that the model does not know, each once; a sentence too short to be one of its grammar stands whole. */
  unknown: string[];
}

interface Language {
  /** Words in the shortest sentence of the grammar. */
  shortest: number;
  words: ReadonlySet<string>;
}

const languages = new Map<string, Language>(
  Object.entries(vocabulary).map(([tag, { shortest, words }]) => [tag, { shortest, words: new Set(words) }]),
);

/** The languages that the mini model knows, as BCP 47 tags. */
export const miniLanguages: readonly string[] = [...languages.keys()];

/**
 * Whether the mini model knows every word of every sentence.
 *
 * Numbers from 1 to 999 are known by their digits. Only a full stop is cut off a word (it ends sentences and marks
 * ordinals): any other mark is unknown to the grammar, and so is a headline of two known words.
 *
 * @param language BCP 47 tag; for one outside the mini model every word is unknown
 */
export function miniCovers(sentences: readonly string[], language: string): Coverage {
  const known = languages.get(language);
  const unknown = new Set<string>();
  for (const sentence of sentences) {
    const words = sentence.trim().split(/\s+/u).filter(Boolean);
    const strange = words.map((word) => word.replace(/\.$/u, '')).filter((word) => !isKnown(word, known));
    if (strange.length > 0) strange.forEach((word) => unknown.add(word));
    else if (known && words.length < known.shortest) unknown.add(sentence.trim());
  }
  return { covered: known !== undefined && unknown.size === 0, unknown: [...unknown] };
}

const isKnown = (word: string, language: Language | undefined): boolean =>
  language !== undefined && (language.words.has(word.toLowerCase()) || /^[1-9]\d{0,2}$/u.test(word));
