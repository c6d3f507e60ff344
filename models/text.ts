/**
 * The plain types that text is described with, shared by every floor.
 * Offsets are UTF-16 code units into the decoded text (JavaScript's own string indices), end exclusive.
 */

/** A stretch of text: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/**
 * What a paragraph is on the page. A `link` is a pointer to another article ("Les også: …"), a `sign-off` names the source,
 * `furniture` is of the page and not of the article ("Seite 3 von 10", "Share", "* * *").
 */
export type BlockKind =
  'heading' | 'paragraph' | 'dialogue' | 'list-item' | 'link' | 'sign-off' | 'furniture';

export interface Paragraph extends Span {
  kind: BlockKind;
}

/** A sentence; `paragraph` is the index of the paragraph that holds it. */
export interface Sentence extends Span {
  paragraph: number;
}

/**
 * An article's text cut into paragraphs and sentences.
 * Sentences are in order and never overlap; what lies between them (white space, a metadata prefix) belongs to no sentence,
 * so that sentences and gaps together are the text, character for character.
 */
export interface Segmentation {
  paragraphs: Paragraph[];
  sentences: Sentence[];
}

/** A stretch of text as one line: what parts its lines, also those of two paragraphs, is a blank. */
export const oneLine = (text: string): string => text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

/** Words as an editor counts them: runs of letters or digits, with what may stand inside a word (`don't`, `11.000`, `vetë-imponuar`). */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:[\p{M}'’.,-]*[\p{L}\p{N}\p{M}])*/gu)?.length ?? 0;
