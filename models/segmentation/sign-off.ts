import type { SegmentationRules } from './rules/types.ts';

/** Longer lines are text, whatever they begin with. In characters. */
const signOffLimit = 200;
/** How much of a line's end, and of its beginning, is looked at. In characters. */
const tailLimit = 40;
const headLimit = 60;

/** Whether a whole line names the source: "Quelle: dpa", "Foto: …", "/FP/", "(mu)". */
export function isSignOff(line: string, { signOffs }: SegmentationRules): boolean {
  if (line.length > signOffLimit) return false;
  if (/^(?:\/[^/\s][^/]{0,22}\/|\([\p{L}\s.,/-]{1,24}\))$/u.test(line)) return true;
  const head = line.slice(0, headLimit).toLowerCase();
  return signOffs.some((word) => head.startsWith(word) && /^\.?\s?:/.test(head.slice(word.length)));
}

/**
 * Where a line's sign-off begins: the agency in "… Evropës”./FP/" and the author in "… prost. (mu)" are no part of the last sentence.
 * @returns the offset of its first mark, or null when the line ends with its text
 */
export function signOffStart(line: string): number | null {
  const tail = line.slice(-tailLimit);
  const mark =
    /(?<=[.!?…]["”“»«’)]?)\s?(?:\/\p{Lu}[^/.!?]{0,22}\/|(?<=\s)\(\p{L}[\p{L}\s,:/-]{0,22}\))$/u.exec(tail);
  if (mark === null || mark.index === 0) return null;
  return line.length - mark[0].trimStart().length;
}
