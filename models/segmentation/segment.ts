import { normaliseTag } from '../languages.ts';
import type { Segmentation } from '../text.ts';
import { blockKinds } from './blocks.ts';
import { lexiconOf } from './lexicon.ts';
import { linesOf, wrappedParagraphs } from './lines.ts';
import { readMetadata } from './metadata.ts';
import { rulesFor } from './rules/index.ts';
import { sentencesOf } from './sentences.ts';

export interface SegmentationOptions {
  /**
   * Abbreviations of the house after which no sentence ends, beside the language's own: "abt.", "Pkt". One word each, or parts
   * with full stops; with or without the last one. Written small they hold for capitals too.
   */
  exceptions?: readonly string[];
  /**
   * `hard` (the default): a line is a paragraph. `wrapped`: the lines were broken at a column, so that a break counts only where
   * the next word would still have fitted. See `isWrapped` (`lines.ts`), which tells such texts.
   */
  lineBreaks?: 'hard' | 'wrapped';
}

/**
 * Cuts an article into paragraphs and sentences.
 *
 * A line is a paragraph, unless the text is said to be wrapped: what a program took for a soft break by mistake would run a
 * heading into the text, and nothing in the original would show why. Sentences end at stops, unless the language's rules
 * (`rules/<tag>.ts`) say otherwise: abbreviations, ordinals, initials, a next word in small letters. The full stops of scripts
 * without capitals or without spaces (。 । ؟ ።) end a sentence always; `Intl.Segmenter` (UAX #29) does no better there, and takes
 * an opening quote for a closing one. Thai and Lao write a space between sentences and between clauses alike; there, as in
 * `Intl.Segmenter`, only stops end a sentence. Time is linear in the text's length, whatever the text.
 *
 * @param text as imported; a metadata prefix is skipped (see `readMetadata`)
 * @param language BCP 47; a language without rules of its own gets the general ones
 * @returns offsets into `text`, in UTF-16 code units. No sentence is empty or has white space at its ends; everything outside
 * sentences is white space or the metadata prefix. Each sentence, segmented by itself, is one sentence (of a wrapped text, when
 * its line breaks are written as spaces).
 * @throws InputError `language.unknown` when `language` is no BCP 47 tag
 */
export function segment(
  text: string,
  language: string,
  { exceptions = [], lineBreaks = 'hard' }: SegmentationOptions = {},
): Segmentation {
  const lexicon = lexiconOf(rulesFor(normaliseTag(language)), exceptions);
  const from = readMetadata(text).bodyStart;
  const spans = lineBreaks === 'hard' ? linesOf(text, from) : wrappedParagraphs(text, from);
  const paragraphs = spans.map((span) => {
    const paragraph = text.slice(span.start, span.end);
    return { span, text: paragraph, cuts: sentencesOf(paragraph, lexicon) };
  });
  const kinds = blockKinds(
    paragraphs.map((paragraph) => ({ text: paragraph.text, sentences: paragraph.cuts.length })),
    lexicon.rules,
  );
  return {
    paragraphs: paragraphs.map(({ span }, index) => ({ ...span, kind: kinds[index] ?? 'paragraph' })),
    sentences: paragraphs.flatMap(({ span, cuts }, paragraph) =>
      cuts.map(({ start, end }) => ({ start: span.start + start, end: span.start + end, paragraph })),
    ),
  };
}
