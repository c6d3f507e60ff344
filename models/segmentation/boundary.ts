import type { Span } from '../text.ts';
import { abbreviationKind, isStarter } from './abbreviation.ts';
import { isClosingBracket, isDigit, isOpeningBracket, isSpace, isSureStop } from './characters.ts';
import { followingStop } from './following.ts';
import type { Following } from './following.ts';
import type { Lexicon } from './lexicon.ts';
import { isNumber, numberEndsSentence } from './number.ts';
import { isAdverbial, precedingStop } from './preceding.ts';
import type { Preceding } from './preceding.ts';

/**
 * Decides whether the sentence that began at `start` ends at this run of stops.
 * @returns where it ends (closing quotes and brackets included), or null when it goes on
 */
export function boundaryAfter(line: string, start: number, stop: Span, lexicon: Lexicon): number | null {
  const next = followingStop(line, stop.end, lexicon);
  if (isSureStop(line.charAt(stop.end - 1)))
    return carriesOn(line, next, lexicon) || isInNumber(line, stop) ? null : next.end;
  if (isBracketed(line, stop)) return null;
  if (!isSpace(line.charAt(next.end)) && !lacksSpace(line, stop, next, lexicon)) return null;
  const mark = line.slice(stop.start, stop.end);
  const before = precedingStop(line, start, stop.start);
  if (!canOpen(next, before, mark, lexicon)) return null;
  return mark !== '.' || endsSentence(before, next, lexicon) ? next.end : null;
}

/** 「…。」と: a quotation ends with a full stop, the sentence around it does not. */
const carriesOn = (line: string, { end, closed }: Following, { rules }: Lexicon): boolean =>
  closed === 'quote' && end < line.length && `、，,${rules.carriesOn ?? ''}`.includes(line.charAt(end));

/** "３．５" with the wide full stop, and the Armenian time "10։30". */
const isInNumber = (line: string, stop: Span): boolean =>
  isDigit(line.charAt(stop.start - 1)) && isDigit(line.charAt(stop.end));

/** "(!)", "[...]": the stop is all there is in the brackets. */
const isBracketed = (line: string, stop: Span): boolean =>
  isOpeningBracket(line.charAt(stop.start - 1)) && isClosingBracket(line.charAt(stop.end));

/**
 * "the end.Then": small letters before the stop, and behind it a word that is no name (nor the end of a domain's).
 * "好吗?很好": a Western stop in Chinese.
 */
function lacksSpace(line: string, stop: Span, next: Following, lexicon: Lexicon): boolean {
  if (stop.end !== stop.start + 1) return false;
  const before = line.slice(Math.max(0, stop.start - 2), stop.start);
  if (/\p{Script=Han}$/u.test(before))
    return /^[!?]\p{Script=Han}/u.test(line.slice(stop.start, stop.end + 2));
  return (
    /^\p{Ll}{2}$/u.test(before) &&
    line.startsWith(next.word, stop.end) &&
    next.kind === 'upper' &&
    isStarter(next.word, lexicon)
  );
}

/** Whether what follows could be a sentence's beginning. */
function canOpen({ kind, closed }: Following, before: Preceding, mark: string, { rules }: Lexicon): boolean {
  if (kind === 'lower') {
    if (closed !== null || rules.opensInLowerCase !== true) return false; // “Why?” she asked.
    return mark === '.' || (/^[!?]+$/.test(mark) && !/^\p{Lu}/u.test(before.word)); // "Wait... what?", "Yahoo! and"
  }
  return kind === 'upper' || kind === 'digit' || kind === 'symbol';
}

/** Whether a single full stop ends the sentence, given that what follows could begin one. */
function endsSentence(before: Preceding, next: Following, lexicon: Lexicon): boolean {
  if (isNumber(before.word)) return numberEndsSentence(before, next, lexicon);
  const kind = abbreviationKind(before, lexicon);
  if (kind === null) return next.kind !== 'lower' || before.word.length > 1;
  if (kind === 'never' || next.kind === 'lower') return false;
  // „… usw.“ Dann: a quotation that closes behind the stop has ended its sentence.
  if (next.closed === 'quote') return true;
  // A single letter is an abbreviation whatever follows ("z. B.", "s. Müller"), if another one than before a number.
  if (kind === 'beforeNumber' && before.word.length > 1) return next.kind !== 'digit';
  if (next.kind === 'digit') return kind === 'mayEnd';
  if (next.kind === 'symbol') return true;
  if (!next.isInitial && isStarter(next.word, lexicon)) return true;
  return kind === 'mayEnd' && !lexicon.rules.capitalisedNouns && !isAdverbial(before.lead, lexicon);
}
