import { knownNames } from '../known-names.ts';
import { addLink, type WordLinks } from '../links.ts';
import { weights } from '../weights.ts';

/** Names that are different words in the two languages (`known-names.ts`). */
export function names(
  source: ReadonlySet<string>,
  target: ReadonlySet<string>,
  sourceLanguage: string,
  targetLanguage: string,
): WordLinks {
  const links: WordLinks = new Map();
  const inSource = meanings(source, sourceLanguage);
  const inTarget = meanings(target, targetLanguage);
  for (const [meaning, words] of inSource) {
    for (const word of words)
      for (const other of inTarget.get(meaning) ?? []) addLink(links, word, other, weights.names.rate);
  }
  return links;
}

/** For each thing named the words of the vocabulary that name it. */
function meanings(vocabulary: ReadonlySet<string>, language: string): Map<string, string[]> {
  const meaningsOf = knownNames(language);
  const found = new Map<string, string[]>();
  for (const word of vocabulary) {
    for (const meaning of meaningsOf(word)) found.set(meaning, [...(found.get(meaning) ?? []), word]);
  }
  return found;
}
