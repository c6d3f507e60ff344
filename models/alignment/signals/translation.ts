import { sharedKeys, type Cues } from '../cues.ts';
import type { AlignmentTask } from '../types.ts';
import { weights } from '../weights.ts';
import { wordsOf } from '../words.ts';

/** Words are compared by so many of their first letters, which takes off most endings in most languages. */
const stem = 5;

/**
 * A machine translation of the source against the target: both are the same language then, and whatever words they share counts
 * (Sennrich & Volk 2010, "MT-based sentence alignment", which compares them by BLEU). Here, as for all cues, a shared word counts
 * by its rarity, and so does a shared pair of neighbouring words: BLEU's bigrams, which tell apart sentences on the same matter.
 */
export function translation({ target, options }: AlignmentTask): Cues[] {
  if (options.mt === undefined) return [];
  const mt = options.mt.map(stems);
  const other = target.sentences.map(stems);
  return [
    sharedKeys(mt.map(wordSet), other.map(wordSet), () => weights.mt.wordRate, weights.mt.wordWeight),
    sharedKeys(mt.map(pairSet), other.map(pairSet), () => weights.mt.pairRate, weights.mt.pairWeight),
  ];
}

const stems = (sentence: string): string[] =>
  wordsOf(sentence).map((word) => word.toLowerCase().slice(0, stem));

const wordSet = (sentence: readonly string[]): Set<string> => new Set(sentence);

const pairSet = (sentence: readonly string[]): Set<string> =>
  new Set(sentence.slice(1).map((word, index) => `${sentence[index] ?? ''} ${word}`));
