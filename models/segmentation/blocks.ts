import type { BlockKind } from '../text.ts';
import { classify, isClosingBracket, isQuote, isStop } from './characters.ts';
import { isFurniture } from './furniture.ts';
import type { SegmentationRules } from './rules/types.ts';
import { isSignOff } from './sign-off.ts';

/** A line of an article and the number of its sentences. */
export interface Line {
  text: string;
  sentences: number;
}

/** Longer lines are text, even without a final stop. In characters. */
const headingLimit = 120;
/** How much of a line is looked at for the phrase that it begins with. In characters. */
const openingLimit = 60;

/** What each line of an article is. A heading is known by what follows it, so that the lines must come together. */
export function blockKinds(lines: readonly Line[], rules: SegmentationRules): BlockKind[] {
  const kinds = lines.map(
    ({ text }, index) => kindByLooks(text, rules) ?? kindByNumber(lines, index) ?? 'paragraph',
  );
  let hasTextBelow = false;
  for (let index = lines.length - 1; index >= 0; index--) {
    const [line, kind] = [lines[index], kinds[index]];
    if (line && kind === 'paragraph' && hasTextBelow && isHeading(line, index === 0))
      kinds[index] = 'heading';
    if (kind !== 'link' && kind !== 'sign-off' && kind !== 'furniture') hasTextBelow = true;
  }
  return kinds;
}

function kindByLooks(line: string, rules: SegmentationRules): BlockKind | null {
  if (isFurniture(line, rules)) return 'furniture';
  if (isLink(line, rules)) return 'link';
  if (isSignOff(line, rules)) return 'sign-off';
  if (/^[•·‣◦▪■●○►*]\s/u.test(line)) return 'list-item';
  if (/^(?:[-–—―]\s|[–—]\p{Lu})/u.test(line)) return rules.dialogueDash ? 'dialogue' : 'list-item';
  return null;
}

/** "Les også: …"; without a colon only where the line is no sentence. */
function isLink(line: string, { links }: SegmentationRules): boolean {
  const head = line.slice(0, openingLimit).toLowerCase();
  const phrase = links.find((opening) => head.startsWith(opening));
  return phrase !== undefined && (/^\s*:/.test(head.slice(phrase.length)) || isWithoutStop(line));
}

/** "1. …" is an item only beside "2. …": "1. FC Köln" and "28. mai" begin lines too. */
function kindByNumber(lines: readonly Line[], index: number): BlockKind | null {
  const number = itemNumber(lines[index]);
  if (number === null) return null;
  const isCounted =
    itemNumber(lines[index - 1]) === number - 1 || itemNumber(lines[index + 1]) === number + 1;
  return isCounted ? 'list-item' : null;
}

function itemNumber(line: Line | undefined): number | null {
  const number = /^(?:(\d{1,3})[.)]|([a-z])\))\s/.exec(line?.text ?? '');
  return number ? (number[1] ? Number(number[1]) : (number[2] ?? '').charCodeAt(0)) : null;
}

/** A short line of one sentence that lacks its stop; an article's first line may be a question or a cry. */
function isHeading({ text, sentences }: Line, isFirst: boolean): boolean {
  if (text.length > headingLimit || sentences !== 1 || classify(text.charAt(0)) === 'lower') return false;
  return isWithoutStop(text) || (isFirst && /[?!]$/.test(text));
}

function isWithoutStop(line: string): boolean {
  let last = line.length - 1;
  while (last > 0 && (isQuote(line.charAt(last)) || isClosingBracket(line.charAt(last)))) last--;
  return !isStop(line.charAt(last)) && !',;:-–—'.includes(line.charAt(last));
}
