import type { Span } from '../text.ts';
import { isSpace } from './characters.ts';
import { boundaryAfter } from './boundary.ts';
import type { Lexicon } from './lexicon.ts';
import { signOffStart } from './sign-off.ts';

/**
 * The sentences of one paragraph (no white space at its ends; a line break inside is white space), offsets within it.
 * One pass from left to right; a decision looks at one word behind the stop and one before it, never behind the sentence's own
 * beginning, so that time is linear and a sentence cut out of its article is one sentence again.
 */
export function sentencesOf(line: string, lexicon: Lexicon): Span[] {
  const end = signOffStart(line) ?? line.length;
  const sentences: Span[] = [];
  let start = 0;
  for (const stop of line.matchAll(lexicon.stops)) {
    if (stop.index < start) continue;
    const boundary = boundaryAfter(
      line,
      start,
      { start: stop.index, end: stop.index + stop[0].length },
      lexicon,
    );
    if (boundary === null || boundary >= end) continue;
    sentences.push({ start, end: boundary });
    start = boundary;
    while (isSpace(line.charAt(start))) start++;
  }
  for (const span of [
    { start, end },
    { start: end, end: line.length },
  ]) {
    const trimmed = trim(line, span);
    if (trimmed.start < trimmed.end) sentences.push(trimmed);
  }
  return sentences;
}

function trim(line: string, { start, end }: Span): Span {
  while (end > start && isSpace(line.charAt(end - 1))) end--;
  return { start, end };
}
