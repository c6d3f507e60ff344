import type { AbbreviationKind, Lexicon } from './lexicon.ts';
import type { Preceding } from './preceding.ts';

/**
 * The initial of a name, in scripts without case too (Arabic "د." is "Dr."), where a letter makes no word. In Korean and Chinese
 * it may be one.
 */
const initial =
  /^(?:\p{Lu}|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Georgian}]\p{M}*)$/u;

/** What kind of abbreviation stands before a full stop, by the language's lists or by its looks; null for a word written out. */
export function abbreviationKind(before: Preceding, lexicon: Lexicon): AbbreviationKind | null {
  const { word, isJoined } = before;
  if (word === '' || isJoined) return null;
  const exact = lexicon.abbreviations.get(word);
  if (exact !== undefined) return exact;
  if (initial.test(word)) return 'seldomEnd';
  const isSmall = word === word.toLowerCase();
  // "PST" is not "pst.": words all in capitals are acronyms and end sentences, unless listed so.
  const isAcronym = !word.includes('.') && word === word.toUpperCase() && !isSmall;
  const listed = isAcronym ? undefined : lexicon.abbreviations.get(word.toLowerCase());
  if (listed !== undefined) return listed;
  if (lexicon.rules.compounds?.some((ending) => word.endsWith(ending))) return 'beforeNumber';
  const looks =
    /^\p{Ll}$/u.test(word) ||
    /^\p{L}{1,2}(?:\.-?\p{L}{1,2})+$/u.test(word) ||
    (lexicon.rules.ordinals.roman && /^[IVXLCDM]{2,}$/.test(word)) ||
    (isSmall && isUnpronounceable(word, lexicon.syllabic));
  return looks ? 'seldomEnd' : null;
}

/** Units are written without a full stop, so that one behind them ends the sentence: "5 km." */
const units = new Set(
  'mm cm dm km nm ml cl dl hl mg kg kw kwh mw gw khz mhz ghz hz db kb mb gb tb мм см дм км мл мг кг квт'.split(
    ' ',
  ),
);

/** "tsk", "frhr": short, and nothing in it that could be spoken as a syllable. */
const isUnpronounceable = (word: string, syllabic: RegExp): boolean =>
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,5}$/u.test(word) &&
  !units.has(word) &&
  !syllabic.test(word.normalize('NFD'));

/** A capital that is there because a sentence begins. Words all in capitals are names: "IT" is not "it". */
export function isStarter(word: string, { starters }: Pick<Lexicon, 'starters'>): boolean {
  const isAcronym = word.length > 1 && word === word.toUpperCase();
  return !isAcronym && starters.has(word.toLowerCase());
}
