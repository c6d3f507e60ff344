import type { AlignmentSide } from '../types.ts';

/** Evidence of a bead's place in the paragraphs: log odds for the bead over source [i, i + n) and target [j, j + m). */
export type ParagraphOdds = (i: number, j: number, n: number, m: number) => number;

/** A translation keeps a paragraph break with this probability. */
const kept = 0.9;

/**
 * Paragraph breaks are soft anchors: a bead that begins a paragraph on both sides gains, one that begins it on one side alone
 * or runs over a break loses. Weighed against chance: where nearly every sentence is a paragraph, breaks say little. (hunalign
 * and most aligners take them for hard walls or for nothing.)
 */
export function paragraphOdds(source: AlignmentSide, target: AlignmentSide): ParagraphOdds {
  if (source.paragraphs === undefined || target.paragraphs === undefined) return () => 0;
  const a = breaks(source.paragraphs);
  const b = breaks(target.paragraphs);
  // Texts that are set in quite different paragraphs (or in one) keep no breaks.
  const [fewer, more] = a.share < b.share ? [a.share, b.share] : [b.share, a.share];
  if (fewer === 0 || fewer * 3 < more) return () => 0;
  const ofSource = breakOdds(a.share, b.share);
  const ofTarget = breakOdds(b.share, a.share);
  const both = (ofSource.answered + ofTarget.answered) / 2;
  return (i, j, n, m) => {
    const alone = (a.at[i] ? ofSource.missing : 0) + (b.at[j] ? ofTarget.missing : 0);
    const start = a.at[i] && b.at[j] ? both : alone;
    return start + crossed(a.at, i, n) * ofSource.missing + crossed(b.at, j, m) * ofTarget.missing;
  };
}

/** Log odds of a break that the other text has too, and of one that it has not; `own` and `other` are shares of sentences. */
function breakOdds(own: number, other: number): { answered: number; missing: number } {
  // Of the breaks of the side with more of them, not all can be kept.
  const rate = kept * Math.min(1, other / own);
  return {
    answered: Math.max(0, Math.log(rate / other)),
    missing: Math.min(0, Math.log((1 - rate) / Math.max(1 - other, 1 - kept))),
  };
}

function breaks(paragraphs: readonly number[]): { at: boolean[]; share: number } {
  const at = paragraphs.map((paragraph, index) => index === 0 || paragraph !== paragraphs[index - 1]);
  const inner = at.filter(Boolean).length - 1;
  return { at, share: inner / Math.max(1, paragraphs.length - 1) };
}

function crossed(at: readonly boolean[], start: number, length: number): number {
  let count = 0;
  for (let index = start + 1; index < start + length; index++) if (at[index]) count++;
  return count;
}
