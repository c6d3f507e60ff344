import { isStarter } from './abbreviation.ts';
import type { Following } from './following.ts';
import type { Lexicon } from './lexicon.ts';
import { isAdverbial } from './preceding.ts';
import type { Preceding } from './preceding.ts';

export const isNumber = (word: string): boolean => /^\p{Nd}+(?:\.\p{Nd}+)*$/u.test(word);

/** "16." may be "sixteenth", "1." may number a paragraph, "11. 2." is a date; otherwise a number is a word like others. */
export function numberEndsSentence(
  before: Preceding,
  next: Following,
  { rules, ...lexicon }: Lexicon,
): boolean {
  const { word } = before;
  if (next.kind === 'lower') return false;
  if (before.opensSentence && word.split('.').every((part) => part.length <= 3)) return false;
  if (next.kind === 'digit' && isDate(word, next.word)) return false;
  if (!rules.ordinals.arabic || next.kind !== 'upper' || before.isJoined) return true;
  if (rules.ordinals.years && /^\d{4}$/.test(word))
    return isStarter(next.word, lexicon) || !isAdverbial(before.lead, lexicon);
  if (word.length > 3) return true;
  if (lexicon.months.has(next.word.toLowerCase()) || isRomanNumeral(next.word)) return false;
  return !rules.capitalisedNouns || isStarter(next.word, lexicon);
}

/** "lata 80. XX wieku": the decade stands before its century. */
const isRomanNumeral = (word: string): boolean => /^[IVXLCDM]{2,}$/.test(word);

const isYear = (value: number): boolean => value >= 1000 && value < 3000;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;

/** "11. 2.", "2. 1994" and "2021. 09.": a day before a month, a month before a year or behind it. */
function isDate(word: string, next: string): boolean {
  const [first, second] = [Number(word), Number(next)];
  return (
    (first >= 1 && first <= 31 && isMonth(second)) ||
    (isMonth(first) && isYear(second)) ||
    (isYear(first) && /^0\d$/.test(next))
  );
}
