import { normaliseTag } from '../languages.ts';
import type { Segmentation, Span } from '../text.ts';
import { blockKinds } from './blocks.ts';
import { isSpace } from './characters.ts';
import { lexiconOf } from './lexicon.ts';
import { readMetadata } from './metadata.ts';
import { rulesFor } from './rules/index.ts';
import { sentencesOf } from './sentences.ts';

/**
 * Cuts an article into paragraphs and sentences.
 *
 * A line is a paragraph. Sentences end at stops, unless the language's rules (`rules/<tag>.ts`) say otherwise: abbreviations,
 * ordinals, initials, a next word in small letters. The full stops of scripts without capitals or without spaces (。 । ؟ ።) end a
 * sentence always; `Intl.Segmenter` (UAX #29) does no better there, and takes an opening quote for a closing one.
 * Time is linear in the text's length, whatever the text.
 *
 * @param text as imported; a metadata prefix is skipped (see `readMetadata`)
 * @param language BCP 47; a language without rules of its own gets the general ones
 * @returns offsets into `text`, in UTF-16 code units. No sentence is empty or has white space at its ends; everything outside
 * sentences is white space or the metadata prefix. Each sentence, segmented by itself, is one sentence.
 * @throws InputError `language.unknown` when `language` is no BCP 47 tag
 */
export function segment(text: string, language: string): Segmentation {
  const lexicon = lexiconOf(rulesFor(normaliseTag(language)));
  const lines = linesOf(text, readMetadata(text).bodyStart).map((span) => {
    const line = text.slice(span.start, span.end);
    return { span, text: line, cuts: sentencesOf(line, lexicon) };
  });
  const kinds = blockKinds(
    lines.map((line) => ({ text: line.text, sentences: line.cuts.length })),
    lexicon.rules,
  );
  return {
    paragraphs: lines.map(({ span }, index) => ({ ...span, kind: kinds[index] ?? 'paragraph' })),
    sentences: lines.flatMap(({ span, cuts }, paragraph) =>
      cuts.map(({ start, end }) => ({ start: span.start + start, end: span.start + end, paragraph })),
    ),
  };
}

/** The lines that hold text, from `from` on, without the white space at their ends. */
function linesOf(text: string, from: number): Span[] {
  const lines: Span[] = [];
  for (const { 0: line, index } of text.slice(from).matchAll(/[^\n\v\f\r\u2028\u2029]+/g)) {
    const span = { start: from + index, end: from + index + line.length };
    while (span.start < span.end && isSpace(text.charAt(span.start))) span.start++;
    while (span.start < span.end && isSpace(text.charAt(span.end - 1))) span.end--;
    if (span.start < span.end) lines.push(span);
  }
  return lines;
}
