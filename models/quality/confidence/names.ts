import { knownNames } from '../../alignment/known-names.ts';
import { onset, similarity } from '../../alignment/signals/cognates.ts';
import { unspaced } from '../../alignment/words.ts';
import { inBrief, most, type Finding } from './finding.ts';
import type { Side } from './side.ts';
import { isTitleWord } from './title-words.ts';
import { spellingOf, type Word } from './words.ts';

/** Nats for a name that the other side lacks. */
const cost = { missing: 1.9, added: 2.4, date: 3, most: 6 };
/** Names shorter than this look alike by chance, or are not alike at all ("Un", "Li"). */
const shortest = 3;
/** Of one name's words so alike. */
const alike = 0.62;
/** "US" for "Stany Zjednoczone". */
const acronymWords = 3;
/** Share of capitals above which a text is a headline in capitals, where they mark no names. */
const headline = 0.6;
/** No unit has more names, and no name more words to be compared with: what a text of any length costs at most. */
const bounds = { names: 80, shelf: 120 };

/** Languages that write all nouns with a capital. */
const nounCapitals = new Set(['de', 'lb', 'gsw']);

/**
 * Names that stand on one side only. A name is a word with a capital where nothing but a name asks for one. The other side answers it
 * with a word that is alike once marks, spelling habits and endings are taken off ("Fjodor", "Fyodor"; "Vladivostoku"), that
 * holds it ("Ukrainekrieg"), or that is its own word for the same place ("Peking", "Beijing").
 *
 * Names whose words are translated ("Rdeči križ", "the Red Cross") answer one another by their number.
 */
export function names(source: Side, target: Side): Finding[] {
  if (isHeadline(target) && isHeadline(source)) return [];
  const answers = {
    inSource: answersIn(source, target.language),
    inTarget: answersIn(target, source.language),
  };
  const added = target.language === 'en' ? addedNames(target, answers) : [];
  const missing = missingNames(source, target, answers);
  const findings: Finding[] = [
    ...wrongDates(source, target),
    ...added.map((word) => finding(word, 'is not in the original', cost.added)),
    ...missing.map((word) => finding(word, 'is missing', cost.missing)),
  ];
  let left = cost.most;
  return findings.slice(0, 2 * most).map((one) => {
    const penalty = Math.min(left, one.penalty);
    left -= penalty;
    return { ...one, penalty };
  });
}

const finding = ({ text }: Word, what: string, penalty: number): Finding => ({
  code: 'name',
  penalty,
  message: `The name ${inBrief(text)} ${what}`,
});

interface Answers {
  /** Whether the original answers a name of the translation. */
  inSource: (name: Word) => boolean;
  /** Whether the translation answers a name of the original. */
  inTarget: (name: Word) => boolean;
}

/** Names of the English that nothing in the original answers. */
function addedNames(target: Side, { inSource }: Answers): Word[] {
  if (isHeadline(target)) return [];
  return distinct(target.words.filter((word) => isName(word) && !isTitle(word))).filter(
    (word) => !inSource(word),
  );
}

/** Names of the original that nothing in the translation answers. */
function missingNames(source: Side, target: Side, { inSource, inTarget }: Answers): Word[] {
  if (isHeadline(source)) return [];
  const counts = new Set(source.quantities.map(({ text }) => text.slice(text.lastIndexOf(' ') + 1)));
  const wanted = nounCapitals.has(source.language)
    ? source.words.filter(
        (_, at) => isSurname(source.words, at, inTarget) && !isCounted(source.words, at, counts),
      )
    : source.words.filter((word, at) => isName(word) && !isGivenName(source.words, at, inTarget));
  const lacking = distinct(wanted).filter((word) => !inTarget(word));
  if (lacking.length === 0) return [];
  // Capitals of the English that are words like others may be what became of capitals here, an acronym what became of several.
  const titles = target.words.filter((word) => word.isCapital && isTitle(word) && !inSource(word));
  const acronyms = target.words.filter(({ isAcronym }) => isAcronym);
  return lacking.slice(distinct(titles).length + distinct(acronyms).length * acronymWords);
}

/** Where all nouns have capitals, the second of two in a row is most often a surname ("Präsident Putin"). */
function isSurname(words: readonly Word[], at: number, isAnswered: (name: Word) => boolean): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (before === undefined || word === undefined || !isName(word)) return false;
  if (!before.isCapital || before.isInitial || before.lower.endsWith('s') || word.gap !== ' ') return false;
  if (after !== undefined && (after.gap === '-' || (after.isCapital && after.gap === ' '))) return false;
  return isAnswered(before);
}

/** "Millionen Zuschauer" */
const isCounted = (words: readonly Word[], at: number, counts: ReadonlySet<string>): boolean =>
  counts.has(words[at - 1]?.text ?? '');

/** Newsrooms drop given names: "Jake Sullivan" may be "Sullivan" in the translation. */
function isGivenName(words: readonly Word[], at: number, isAnswered: (name: Word) => boolean): boolean {
  const after = words[at + 1];
  return after !== undefined && after.isCapital && after.gap === ' ' && isAnswered(after);
}

const isName = ({ text, isCapital, isAcronym, isInitial }: Word): boolean =>
  isCapital && !isAcronym && !isInitial && text.length >= shortest;

const isTitle = ({ lower }: Word): boolean => isTitleWord(lower);

const isHeadline = ({ words }: Side): boolean =>
  words.length > 2 && words.filter(({ isCapital }) => isCapital).length > headline * words.length;

const distinct = (words: readonly Word[]): Word[] => [
  ...new Map(words.map((word) => [word.lower, word])).values(),
];

/** Whether a side holds an answer to a name of the other, which is in `language`. */
function answersIn(side: Side, language: string): (name: Word) => boolean {
  const shelves = new Map<string, string[]>();
  const spellings = new Set<string>();
  const capitals: string[] = [];
  for (const { lower, isCapital } of side.words) {
    const spelling = spellingOf(lower);
    if (spelling === '' || spellings.has(spelling)) continue;
    spellings.add(spelling);
    const shelf = shelves.get(onset(spelling)) ?? [];
    if (shelf.length < bounds.shelf) shelf.push(spelling);
    shelves.set(onset(spelling), shelf);
    if (isCapital && capitals.length < bounds.shelf) capitals.push(spelling);
  }
  const all = ` ${[...spellings].join(' ')} `;
  const meaningsOf = knownNames(language);
  let meanings: ReadonlySet<string> | null = null;
  const isAnswered = ({ lower }: Word): boolean => {
    const spelling = spellingOf(lower);
    // A name in a script that cannot be compared is not held to be missing.
    if (spelling.length < shortest || spellings.has(spelling)) return true;
    if (spelling.length > shortest && all.includes(stem(spelling))) return true;
    if ((shelves.get(onset(spelling)) ?? []).some((other) => similarity(spelling, other) >= alike))
      return true;
    if (spelling.length > shortest && capitals.some((other) => soundsAlike(spelling, other))) return true;
    const own = meaningsOf(lower);
    if (own.length === 0) return false;
    meanings ??= meaningsIn(side);
    return own.some((meaning) => meanings?.has(meaning));
  };
  // Of a text in signs that cannot be written in Latin letters nothing can be said.
  if (2 * spellings.size < new Set(side.words.map(({ lower }) => lower)).size) return () => true;
  const asked = new Map<string, boolean>();
  return (name) => {
    const before = asked.get(name.lower);
    // What comes after so many names is not looked at: time must grow with the text, not with its square.
    if (before !== undefined || asked.size >= bounds.names) return before ?? true;
    const answered = isAnswered(name);
    asked.set(name.lower, answered);
    return answered;
  };
}

function meaningsIn({ words, language }: Side): ReadonlySet<string> {
  const meaningsOf = knownNames(language);
  return new Set(words.flatMap(({ lower }) => meaningsOf(lower)));
}

const soundsAlike = (name: string, other: string): boolean =>
  skeleton(name) === skeleton(other) || (name.length > 4 && similarity(name, other) >= alike);

/** A word without what an ending may change, for words that hold it. */
const stem = (spelling: string): string => spelling.slice(0, Math.max(4, Math.ceil(spelling.length * 0.7)));

/** The consonants of a name by where they are made: all that is left when a language writes it by ear ("Xhonson"). */
const skeleton = (spelling: string): string =>
  spelling
    .replace(/^[ig](?=[aeiou])/, 'z')
    .replace(/[aeiouh]/g, '')
    .replace(/[ckqg]/g, 'k')
    .replace(/[sz]/g, 's')
    .replace(/[vfw]/g, 'v')
    .replace(/[td]/g, 't')
    .replace(/[bp]/g, 'p');

/** Months and days of the week that the English names and the original does not, neither by name nor as a number ("15.8."). */
function wrongDates(source: Side, target: Side): Finding[] {
  if (target.language !== 'en' || unspaced.test(source.text)) return [];
  const meaningsOf = knownNames('en');
  const dates = target.words.flatMap((word, at) => {
    const meaning = meaningsOf(word.lower).find((one) => /^(?:month|day) /.test(one));
    return meaning !== undefined && isDate(target.words, at) ? [{ text: word.text, meaning }] : [];
  });
  if (dates.length === 0) return [];
  const here = meaningsIn(source);
  return dates
    .filter(({ meaning }) => !here.has(meaning) && !isNumbered(source, meaning))
    .slice(0, most)
    .map(({ text }) => ({
      code: 'name',
      penalty: cost.date,
      message: `${inBrief(text)} is not in the original`,
    }));
}

/** Whether a month or day is meant, and not a name that it is part of ("The Sunday Times", "Theresa May") or the word "may". */
function isDate(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || !word.isCapital) return false;
  if (/^(?:may|march|sun|mar|sat)$/.test(word.lower)) return false;
  const isJoined = (one: Word | undefined, gap: string | undefined) => one?.isCapital === true && gap === ' ';
  return !isJoined(after, after?.gap) && (!isJoined(before, word.gap) || before?.isInitial === true);
}

const isNumbered = ({ quantities }: Side, meaning: string): boolean =>
  meaning.startsWith('month ') &&
  quantities.some(({ readings }) => readings.includes(Number(meaning.slice('month '.length)) + 1));
