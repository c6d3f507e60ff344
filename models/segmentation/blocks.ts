import type { BlockKind } from '../text.ts';
import { classify, isClosingBracket, isQuote, isStop } from './characters.ts';
import type { SegmentationRules } from './rules/types.ts';

/** A line of an article and the number of its sentences. */
export interface Line {
  text: string;
  sentences: number;
}

/** Longer lines are text, even without a final stop; longer sign-offs are sentences. In characters. */
const headingLimit = 120;
const signOffLimit = 200;

/** What each line of an article is. A heading is known by what follows it, so that the lines must come together. */
export function blockKinds(lines: readonly Line[], rules: SegmentationRules): BlockKind[] {
  const kinds = lines.map(
    ({ text }, index) => kindByOpening(text, rules) ?? kindByNumber(lines, index) ?? 'paragraph',
  );
  let hasTextBelow = false;
  for (const [index, line] of [...lines.entries()].toReversed()) {
    const kind = kinds[index];
    if (kind === 'paragraph' && hasTextBelow && isHeading(line, index === 0)) kinds[index] = 'heading';
    if (kind !== 'link' && kind !== 'sign-off') hasTextBelow = true;
  }
  return kinds;
}

function kindByOpening(line: string, rules: SegmentationRules): BlockKind | null {
  const head = line.slice(0, 60).toLowerCase();
  const rest = (phrase: string) => (head.startsWith(phrase) ? head.slice(phrase.length).trimStart() : null);
  if (
    rules.links.some(
      (phrase) => rest(phrase)?.startsWith(':') || (rest(phrase) !== null && isWithoutStop(line)),
    )
  ) {
    return 'link';
  }
  if (line.length <= signOffLimit && rules.signOffs.some((phrase) => /^\.?\s?:/.test(rest(phrase) ?? '')))
    return 'sign-off';
  if (/^(?:\/[^/\s][^/]{0,22}\/|\([\p{L}\s.,/-]{1,24}\))$/u.test(line)) return 'sign-off';
  if (/^[•·‣◦▪■●*]\s/u.test(line)) return 'list-item';
  if (/^(?:[-–—―]\s|[–—]\p{Lu})/u.test(line)) return rules.dialogueDash ? 'dialogue' : 'list-item';
  return null;
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

function isHeading({ text, sentences }: Line, isFirst: boolean): boolean {
  if (text.length > headingLimit || sentences !== 1) return false;
  const first = classify(text.charAt(0));
  if (first !== 'upper' && first !== 'digit' && !isQuote(text.charAt(0))) return false;
  return isWithoutStop(text) || (isFirst && /[?!]$/.test(text));
}

function isWithoutStop(line: string): boolean {
  let last = line.length - 1;
  while (last > 0 && (isQuote(line.charAt(last)) || isClosingBracket(line.charAt(last)))) last--;
  return !isStop(line.charAt(last)) && !',;:-–—'.includes(line.charAt(last));
}

/**
 * Where a line's sign-off begins: the agency in "… Evropës”./FP/" and the author in "… prost. (mu)" are no part of the last sentence.
 * @returns the offset of its first mark, or null when the line ends with its text
 */
export function signOffStart(line: string): number | null {
  const tail = line.slice(-40);
  const mark =
    /(?<=[.!?…]["”“»«’)]?)\s?(?:\/\p{Lu}[^/.!?]{0,22}\/|(?<=\s)\(\p{L}[\p{L}\s,:/-]{0,22}\))$/u.exec(tail);
  if (mark === null || mark.index === 0) return null;
  return line.length - mark[0].trimStart().length;
}
