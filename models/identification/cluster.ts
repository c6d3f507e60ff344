/**
 * Telling close relatives apart by what only some of them write.
 *
 * A statistical detector sees nearly the same letters in Bokmål and Nynorsk, or in Croatian and Bosnian. Grammars and
 * spelling rules name the differences, so each cluster of relatives is a list of forms with the languages that use them.
 */

/** Forms that some members of a cluster write and the others do not. */
export interface Mark {
  /** Those that write them, apart by blanks: BCP 47 tags. */
  in: string;
  /** Natural log-odds that one occurrence gives them over the others. */
  weight: number;
  /**
   * Lower-case words apart by blanks. `*` at an end stands for any letters, none included; `a_b` is two words in sequence.
   */
  forms: string;
}

export interface Cluster {
  /** ISO 15924; texts in other scripts do not concern the cluster. */
  script: string;
  members: readonly string[];
  /**
   * Members that the n-gram table lacks: their score is that of their likest relative in the table.
   * `rarity` is how much less often the app meets the language than that relative, in natural log-odds.
   */
  borrowed: readonly { language: string; from: readonly string[]; rarity: number }[];
  marks: readonly Mark[];
}

/**
 * How much the marks of each language weigh in a text.
 * A word that returns says less each time (1 + ln n instead of n): a name or a term of the topic must not decide alone.
 * @param words lower-case, in the order of the text
 * @returns natural log-odds of each language over one without marks
 */
export function strengths(marks: readonly Mark[], words: readonly string[]): Map<string, number> {
  const compiled = compiledMarks(marks);
  const sums = new Map<string, number>();
  const add = (forms: Forms, found: readonly string[]): void => {
    for (const [word, count] of tally(found)) {
      for (const { languages, weight } of marksOf(forms, word)) {
        for (const language of languages)
          sums.set(language, (sums.get(language) ?? 0) + weight * (1 + Math.log(count)));
      }
    }
  };
  add(compiled.words, words);
  add(compiled.pairs, pairs(words));
  return sums;
}

const pairs = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => `${words[index]}_${word}`);

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

interface CompiledMark {
  languages: readonly string[];
  weight: number;
}

interface Forms {
  exact: ReadonlyMap<string, readonly CompiledMark[]>;
  wildcards: readonly (CompiledMark & { pattern: RegExp })[];
}

const marksOf = ({ exact, wildcards }: Forms, word: string): CompiledMark[] => [
  ...(exact.get(word) ?? []),
  ...wildcards.filter(({ pattern }) => pattern.test(word)),
];

const cache = new WeakMap<readonly Mark[], { words: Forms; pairs: Forms }>();

function compiledMarks(marks: readonly Mark[]): { words: Forms; pairs: Forms } {
  const known = cache.get(marks);
  if (known !== undefined) return known;
  const made = {
    words: compile(marks, (form) => !form.includes('_')),
    pairs: compile(marks, (form) => form.includes('_')),
  };
  cache.set(marks, made);
  return made;
}

function compile(marks: readonly Mark[], belongs: (form: string) => boolean): Forms {
  const exact = new Map<string, CompiledMark[]>();
  const wildcards: (CompiledMark & { pattern: RegExp })[] = [];
  for (const { in: tags, weight, forms } of marks) {
    const mark = { languages: splitBlanks(tags), weight };
    const own = splitBlanks(forms).filter(belongs);
    const starred = own.filter((form) => form.includes('*'));
    for (const form of own) if (!form.includes('*')) exact.set(form, [...(exact.get(form) ?? []), mark]);
    if (starred.length > 0)
      wildcards.push({ ...mark, pattern: new RegExp(starred.map(anchored).join('|'), 'u') });
  }
  return { exact, wildcards };
}

/** A star needs no `.*`, which would be slow: the ends without one are anchored instead. */
const anchored = (form: string): string =>
  `${form.startsWith('*') ? '' : '^'}${form.replaceAll('*', '')}${form.endsWith('*') ? '' : '$'}`;

const splitBlanks = (list: string): string[] => list.trim().split(/\s+/);
