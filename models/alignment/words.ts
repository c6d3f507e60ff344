/** Scripts that put no space between words; there two neighbouring characters stand for a word. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const wordPattern = /[\p{L}\p{M}]+/gu;

/**
 * The words of a sentence, in order and as written: runs of letters. Of a script without spaces, each two neighbouring characters.
 */
export function wordsOf(sentence: string): string[] {
  return (sentence.normalize('NFC').match(wordPattern) ?? []).flatMap((word) =>
    unspaced.test(word) && word.length > 2 ? pairsOf(word) : [word],
  );
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

/** The different words of each sentence, in small letters. */
export const wordSets = (sentences: readonly string[]): ReadonlySet<string>[] =>
  sentences.map((sentence) => new Set(wordsOf(sentence).map((word) => word.toLowerCase())));

/** All words of a text. */
export function vocabularyOf(sentences: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const sentence of sentences) for (const word of sentence) words.add(word);
  return words;
}
