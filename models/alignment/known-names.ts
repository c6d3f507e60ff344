import { exonyms } from './exonyms.ts';

/** What may follow the beginning of a name: endings, and after a long beginning what it is compounded with ("Europaparlamentet"). */
const longestEnding = 5;
const longestTail = 14;
const longBeginning = 5;

interface Named {
  /** Of a word, in small letters without marks. */
  beginning: string;
  meaning: string;
}

/** What the words of a language name: "wrześniu" → `month 8`, "Peking" → `exonym 1`. Usually nothing. */
export type KnownNames = (word: string) => readonly string[];

const known = new Map<string, KnownNames>();
/** So many words are remembered with what they name: the words of a language come again and again. */
const mostWords = 20_000;

/**
 * The names that are different words in different languages: countries, months and days of the week by CLDR (through `Intl`, for
 * every language), and a short list of cities and peoples of our own (`exonyms.ts`). A meaning is the same in all languages.
 */
export function knownNames(language: string): KnownNames {
  const opened = known.get(language);
  if (opened !== undefined) return opened;
  const shelves = new Map<string, Named[]>();
  for (const entry of [...ownNames(), ...cldrNames(language)]) {
    const shelf = shelves.get(entry.beginning.slice(0, 2)) ?? [];
    shelf.push(entry);
    shelves.set(entry.beginning.slice(0, 2), shelf);
  }
  const remembered = new Map<string, readonly string[]>();
  const names: KnownNames = (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    if (remembered.size >= mostWords) remembered.clear();
    const bare = withoutMarks(word);
    const found = (shelves.get(bare.slice(0, 2)) ?? []).filter(({ beginning }) => {
      return bare.startsWith(beginning) && bare.length - beginning.length <= tailAfter(beginning);
    });
    const meanings = [...new Set(found.map(({ meaning }) => meaning))];
    remembered.set(word, meanings);
    return meanings;
  };
  known.set(language, names);
  return names;
}

const tailAfter = ({ length }: string): number =>
  length < 4 ? 0 : length < longBeginning ? longestEnding : longestTail;

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
    name: withoutArticle(weekday.format(Date.UTC(2024, 0, day + 1))),
    meaning: `day ${day}`,
  }));
  return [...months.flat(), ...days]
    .filter(({ name }) => /^\p{L}{3,}$/u.test(name))
    .flatMap(({ name, meaning }) => [
      { beginning: beginningOf(name), meaning },
      { beginning: beginningOf(withoutFleetingVowel(name)), meaning },
    ]);
}

/** Slavic languages drop the vowel of the last syllable before an ending ("četrtek", "četrtkovo"; "september", "septembra"). */
const withoutFleetingVowel = (name: string): string => name.replace(/e(?=[kcr]$)/u, '');

/** Albanian puts an article before ("e hënë"), which is another in other cases. */
const withoutArticle = (name: string): string => name.replace(/^(?:e|i|të) /u, '');

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
