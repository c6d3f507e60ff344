import type { SegmentationRules } from './rules/types.ts';

/** Longer lines are text. In characters. */
const furnitureLimit = 60;
const copyrightLimit = 160;

/**
 * Whether a line is of the page and not of the article: a page number, a button, an advertisement's label, a row of asterisks,
 * the notice of copyright. Buttons may have a count behind them ("Comments (12)") and ornaments about them ("– 3 –").
 */
export function isFurniture(line: string, { furniture }: SegmentationRules): boolean {
  if (line.length <= copyrightLimit && /^(?:©|\(c\)\s|copyright\b)/i.test(line)) return true;
  if (line.length > furnitureLimit) return false;
  if (!/[\p{L}\p{N}]/u.test(line)) return true;
  const phrase = line
    .toLowerCase()
    .replaceAll(/\d+/g, '#')
    .replaceAll(/[()[\]|·•*–—:-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (phrase === '#') return /(?<!\d)\d{1,3}(?!\d)/.test(line);
  return (
    /^# ?\/ ?#$/.test(phrase) || furniture.includes(phrase) || furniture.includes(phrase.replace(/ #$/, ''))
  );
}
