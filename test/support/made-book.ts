/** A made-up book in two made-up languages with its true beads: as long as one wants, the same each time. */

import type { ScoredBead } from '../eval/score-beads.ts';

export interface MadeBook {
  source: string[];
  target: string[];
  gold: ScoredBead[];
}

const vocabularySize = 8_000;

/**
 * A Zipf vocabulary of which one word in twenty is spelled alike (names); of ten sentences about one is merged or split; one in
 * fifty is added; words are dropped and added; and a chapter, a twentieth of the book, is missing in the target.
 */
export function madeBook(sentences: number): MadeBook {
  const random = generator(7);
  const dictionary = Array.from({ length: vocabularySize }, () => {
    const word = madeWord(random);
    return { source: word, target: random() < 0.05 ? word : madeWord(random) };
  });
  const someWords = (least: number, spread: number) =>
    Array.from(
      { length: least + Math.floor(random() * random() * spread) },
      () => dictionary[Math.floor(vocabularySize ** random()) - 1] ?? { source: 'a', target: 'o' },
    );
  const book: MadeBook = { source: [], target: [], gold: [] };
  const add = (source: string[], target: string[]) => {
    book.gold.push({
      source: source.map((_, index) => book.source.length + index),
      target: target.map((_, index) => book.target.length + index),
    });
    book.source.push(...source);
    book.target.push(...target);
  };
  const original = (words: ReturnType<typeof someWords>) => `${words.map(({ source }) => source).join(' ')}.`;
  const translated = (words: ReturnType<typeof someWords>) => {
    const kept = [...words.filter(() => random() < 0.8), ...someWords(1, words.length / 4)];
    return `${kept.map(({ target }) => target).join(' ')}.`;
  };
  const missing = { from: sentences / 2, to: sentences / 2 + sentences / 20 };
  while (book.source.length < sentences) {
    const one = someWords(4, 40);
    const other = someWords(4, 40);
    const chance = random();
    if (book.source.length > missing.from && book.source.length < missing.to) add([original(one)], []);
    else if (chance < 0.88) add([original(one)], [translated(one)]);
    else if (chance < 0.93) add([original(one), original(other)], [translated([...one, ...other])]);
    else if (chance < 0.98) add([original([...one, ...other])], [translated(one), translated(other)]);
    else add([], [translated(one)]);
  }
  return book;
}

function madeWord(random: () => number): string {
  const letter = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
  const syllable = () =>
    letter('bcdfghjklmnprstvz') + letter('aeiou') + (random() < 0.4 ? letter('klmnrst') : '');
  return Array.from({ length: 1 + Math.floor(random() * 4) }, syllable).join('');
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
