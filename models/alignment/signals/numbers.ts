import { separatorsOf, writtenNumbers, type Separators } from '../../written-numbers.ts';
import { sharedKeys, type Cues } from '../cues.ts';
import type { AlignmentSide, AlignmentTask } from '../types.ts';
import { weights } from '../weights.ts';

/**
 * Numbers, compared as values: "11.000" in Slovenian is "11,000" in English, "3,26" is "3.26".
 * Numbers are what Gale & Church 1993 would look at first beyond length.
 */
export function numbers({ source, target }: AlignmentTask): Cues {
  return sharedKeys(valuesOf(source), valuesOf(target), rateOf, weights.numbers.weight);
}

/** Small numbers are often written as words on one side only. */
const rateOf = (value: string): number =>
  Number(value) <= 12 ? weights.numbers.smallRate : weights.numbers.rate;

function valuesOf({ sentences, language }: AlignmentSide): Set<string>[] {
  const separators = separatorsOf(language);
  return sentences.map((sentence) => valuesIn(sentence, separators));
}

/** The numbers of a text as values, each as JavaScript writes it ("11000", "3.26"). */
export const valuesIn = (text: string, separators: Separators): Set<string> =>
  new Set(writtenNumbers(text, separators).flatMap(({ parts }) => parts.flat().map(String)));
