import { isWrapped } from '../../models/segmentation/lines.ts';
import { segment } from '../../models/segmentation/segment.ts';
import type { Segmentation } from '../../models/text.ts';

/**
 * Cuts a text that came in as a whole: a mail or wire report that was wrapped at a column has its lines joined, in any other
 * a line is a paragraph.
 * @param language BCP 47
 */
export const segmentArticle = (text: string, language: string): Segmentation =>
  segment(text, language, { lineBreaks: isWrapped(text) ? 'wrapped' : 'hard' });
