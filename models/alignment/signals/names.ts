import { exonyms } from '../exonyms.ts';
import { addLink, type WordLinks } from '../links.ts';
import { weights } from '../weights.ts';

/** What may follow the beginning of a name: endings. */
const longestEnding = 5;

/**
 * Names that are different words in the two languages: countries, months and days of the week by CLDR (through `Intl`, for every
 * pair of languages), and a short list of cities and peoples of our own (`exonyms.ts`).
 */
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
  const shelves = new Map<string, { beginning: string; meaning: string }[]>();
  for (const entry of [...ownNames(), ...cldrNames(language)]) {
    const shelf = shelves.get(entry.beginning.slice(0, 2)) ?? [];
    shelf.push(entry);
    shelves.set(entry.beginning.slice(0, 2), shelf);
  }
  const found = new Map<string, string[]>();
  for (const word of vocabulary) {
    const bare = withoutMarks(word);
    for (const { beginning, meaning } of shelves.get(bare.slice(0, 2)) ?? []) {
      const rest = bare.length - beginning.length;
      if (!bare.startsWith(beginning) || rest > (beginning.length < 4 ? 0 : longestEnding)) continue;
      const words = found.get(meaning) ?? [];
      if (!words.includes(word)) words.push(word);
      found.set(meaning, words);
    }
  }
  return found;
}

interface Named {
  beginning: string;
  meaning: string;
}

const ownNames = (): Named[] =>
  exonyms.flatMap((group, index) =>
    group.map((name) => ({ beginning: withoutMarks(name), meaning: `exonym ${index}` })),
  );

function cldrNames(language: string): Named[] {
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const named: Named[] = [];
  for (const code of regionCodes()) {
    const name = regions.of(code);
    if (name !== undefined && /^\p{L}{4,}$/u.test(name))
      named.push({ beginning: beginningOf(name), meaning: `region ${code}` });
  }
  return [...named, ...monthsAndDays(language)];
}

/** As they stand alone and as they stand in a date, which Slavic languages and others put in the genitive ("września"). */
function monthsAndDays(language: string): Named[] {
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const dated = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const inDate = (time: number) =>
    dated.formatToParts(time).find(({ type }) => type === 'month')?.value ?? '';
  const months = Array.from({ length: 12 }, (_, month) => {
    const time = Date.UTC(2024, month, 15);
    return [alone.format(time), inDate(time)].map((name) => ({ name, meaning: `month ${month}` }));
  });
  const days = Array.from({ length: 7 }, (_, day) => ({
    name: weekday.format(Date.UTC(2024, 0, day + 1)),
    meaning: `day ${day}`,
  }));
  return [...months.flat(), ...days]
    .filter(({ name }) => /^\p{L}{3,}$/u.test(name))
    .map(({ name, meaning }) => ({ beginning: beginningOf(name), meaning }));
}

/** Without its last vowel, which cases change. */
function beginningOf(name: string): string {
  const bare = withoutMarks(name.toLowerCase());
  return bare.length > 4 ? bare.replace(/[aeiouyаеиіоуыяю]$/u, '') : bare;
}

const withoutMarks = (word: string): string => word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** All two-letter codes; those that are no region have no name. */
function* regionCodes(): Iterable<string> {
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) yield String.fromCharCode(first, second);
  }
}
