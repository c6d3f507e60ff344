import type { Span } from '../text.ts';
import { isSpace } from './characters.ts';

/** A text wrapped at a column has no longer lines than this, and no narrower columns. In characters. */
const widestColumn = 100;
const narrowestColumn = 40;

/** The lines that hold text, from `from` on, without the white space at their ends. */
export function linesOf(text: string, from = 0): Span[] {
  const lines: Span[] = [];
  for (const { 0: line, index } of text.slice(from).matchAll(/[^\n\v\f\r\u2028\u2029]+/g)) {
    const span = { start: from + index, end: from + index + line.length };
    while (span.start < span.end && isSpace(text.charAt(span.start))) span.start++;
    while (span.start < span.end && isSpace(text.charAt(span.end - 1))) span.end--;
    if (span.start < span.end) lines.push(span);
  }
  return lines;
}

/** The paragraphs of a text whose lines were wrapped: its lines, joined where a break is soft. */
export function wrappedParagraphs(text: string, from = 0): Span[] {
  const lines = linesOf(text, from);
  const width = longest(lines);
  const paragraphs: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    if (before && last && isSoft(text, before, line, width)) last.end = line.end;
    else paragraphs.push({ ...line });
  }
  return paragraphs;
}

/**
 * Whether a text looks wrapped at a column, as mails and wire reports are: no long lines, most of them full, and many of them
 * broken in the middle of a sentence. A poem or a list has short lines too, but few that the next word would not fit into.
 */
export function isWrapped(text: string): boolean {
  const lines = linesOf(text);
  const width = longest(lines);
  if (width < narrowestColumn || width > widestColumn) return false;
  const pairs = lines.slice(1).map((line, index) => ({ before: lines[index] ?? line, line }));
  const adjacent = pairs.filter(({ before, line }) => isNextLine(text, before, line));
  const soft = adjacent.filter(({ before, line }) => isSoft(text, before, line, width));
  const carriedOn = soft.filter(({ before, line }) => carriesOn(text, before, line));
  return soft.length >= 2 && soft.length * 2 > adjacent.length && carriedOn.length * 3 > soft.length;
}

/** A break is soft where the next line's first word would not have fitted into the line. */
function isSoft(text: string, before: Span, line: Span, width: number): boolean {
  if (!isNextLine(text, before, line)) return false;
  const word = /^\S{0,100}/.exec(text.slice(line.start, line.start + widestColumn))?.[0] ?? '';
  return before.end - before.start + 1 + word.length > width;
}

/** No empty line lies between, nor a page break. */
const isNextLine = (text: string, before: Span, line: Span): boolean =>
  /^[^\S\n\v\f\r\u2028\u2029]*(?:\r\n|[\n\r\u2028])[^\S\n\v\f\r\u2028\u2029]*$/.test(
    text.slice(before.end, line.start),
  );

const carriesOn = (text: string, before: Span, line: Span): boolean =>
  /[\p{L}\p{N},]/u.test(text.charAt(before.end - 1)) && /\p{Ll}/u.test(text.charAt(line.start));

const longest = (lines: readonly Span[]): number =>
  lines.reduce((width, { start, end }) => Math.max(width, end - start), 0);
