import { identifyParagraphs } from '../../models/identify.ts';
import type { Segmentation } from '../../models/text.ts';

/** A text of which more than this share is in other languages is not one with quotations. */
const MOST_QUOTED = 0.9;

/**
 * The quotations and the second halves of bilingual texts.
 * @param language the article's (BCP 47), or null while it is not known: then nothing is another one
 * @returns for each paragraph its language, where it surely is in another one than the article; else null
 */
export async function quotedLanguages(
  text: string,
  { paragraphs }: Segmentation,
  language: string | null,
): Promise<(string | null)[]> {
  if (language === null) return paragraphs.map(() => null);
  const texts = paragraphs.map(({ start, end }) => text.slice(start, end));
  const { others } = await identifyParagraphs(texts, language);
  const quoted = others.map((other) => other?.language ?? null);
  // Where hardly anything is in the article's language, that was chosen against what the text looks like: the editor knows better.
  const length = (some: readonly string[]) => some.join('').length;
  const isOverruled =
    length(texts.filter((_, index) => quoted[index] !== null)) > MOST_QUOTED * length(texts);
  return isOverruled ? quoted.map(() => null) : quoted;
}
