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
  const { word, inFull, isJoined, opensSentence } = before;
  if (word === '' || isJoined) return null;
  return (
    listedKind(inFull, lexicon) ??
    listedKind(word, lexicon) ??
    (lexicon.rules.compounds?.some((ending) => word.endsWith(ending)) ? 'beforeNumber' : null) ??
    (looksAbbreviated(opensSentence ? uncapitalised(word) : word, lexicon) ? 'seldomEnd' : null)
  );
}

function listedKind(word: string, { abbreviations }: Lexicon): AbbreviationKind | undefined {
  const exact = abbreviations.get(word);
  if (exact !== undefined || initial.test(word)) return exact;
  // "PST" is not "pst.": words all in capitals are acronyms and end sentences, unless listed so.
  const isAcronym = !word.includes('.') && word === word.toUpperCase() && word !== word.toLowerCase();
  return isAcronym ? undefined : abbreviations.get(word.toLowerCase());
}

/** An initial, a single small letter, short parts with full stops ("u.s"), a Roman ordinal, or what cannot be spoken. */
const looksAbbreviated = (word: string, { rules, syllabic }: Lexicon): boolean =>
  initial.test(word) ||
  /^\p{Ll}$/u.test(word) ||
  /^\p{L}{1,2}(?:\.-?\p{L}{1,2})+$/u.test(word) ||
  (rules.ordinals.roman && /^[IVXLCDM]{2,}$/.test(word)) ||
  isUnpronounceable(word, syllabic);

/** Units are written without a full stop, so that one behind them ends the sentence: "5 km." */
const units = new Set(
  'mm cm dm km nm ml cl dl hl mg kg kw kwh mw gw khz mhz ghz hz db kb mb gb tb мм см дм км мл мг кг квт'.split(
    ' ',
  ),
);

/** "Zw. Bonn": a word that opens a sentence has its capital from that. Elsewhere a capital makes a name or an acronym ("Frp"). */
const uncapitalised = (word: string): string =>
  word.length > 1 && word.slice(1) === word.slice(1).toLowerCase() ? word.toLowerCase() : word;

/** "tsk", "frhr": small letters, few, and nothing in them that could be spoken as a syllable. */
const isUnpronounceable = (word: string, syllabic: RegExp): boolean =>
  word === word.toLowerCase() &&
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,5}$/u.test(word) &&
  !units.has(word) &&
  !syllabic.test(word.normalize('NFD'));

/** A capital that is there because a sentence begins. Words all in capitals are names: "IT" is not "it". */
export function isStarter(word: string, { starters }: Pick<Lexicon, 'starters'>): boolean {
  const isAcronym = word.length > 1 && word === word.toUpperCase();
  return !isAcronym && starters.has(word.toLowerCase());
}
