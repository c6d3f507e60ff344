/** A bead as scored: sentence indices of both sides. */
export interface ScoredBead {
  source: readonly number[];
  target: readonly number[];
}

export interface BeadScore {
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Strict precision, recall and F1 of alignments, pooled over documents, as `score_align.py` and vecalign's `score.py` count them
 * (after Sennrich & Volk 2011): a bead is right when it is exactly a gold bead; precision is over all beads, recall over the gold
 * beads with two sides. Beads with one side are taken apart into single sentences first.
 */
export function scoreBeads(
  documents: readonly { gold: readonly ScoredBead[]; found: readonly ScoredBead[] }[],
): BeadScore {
  let right = 0;
  let found = 0;
  let rightPairs = 0;
  let goldPairs = 0;
  for (const document of documents) {
    const gold = new Set(singleGaps(document.gold).map(key));
    const beads = singleGaps(document.found);
    const hits = beads.filter((bead) => gold.has(key(bead)));
    right += hits.length;
    found += beads.length;
    rightPairs += hits.filter(hasTwoSides).length;
    goldPairs += document.gold.filter(hasTwoSides).length;
  }
  const precision = found === 0 ? 0 : right / found;
  const recall = goldPairs === 0 ? 0 : rightPairs / goldPairs;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The area under the ROC curve of a confidence: the probability that a wrong bead stands before a right one when sorted by it. */
export function areaUnderCurve(beads: readonly { confidence: number; right: boolean }[]): number {
  // Mann & Whitney: the sum of the ranks of the right beads; equal confidences share their ranks.
  const sorted = beads.toSorted((a, b) => a.confidence - b.confidence);
  let ranks = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]?.confidence === sorted[start]?.confidence) end++;
    ranks += sorted.slice(start, end).filter((bead) => bead.right).length * ((start + 1 + end) / 2);
    start = end;
  }
  const right = sorted.filter((bead) => bead.right).length;
  const wrong = sorted.length - right;
  return right === 0 || wrong === 0 ? Number.NaN : (ranks - (right * (right + 1)) / 2) / (right * wrong);
}

export const isRight = (bead: ScoredBead, gold: readonly ScoredBead[]): boolean =>
  gold.some((other) => key(other) === key(bead));

const key = ({ source, target }: ScoredBead): string => `${source.join()}:${target.join()}`;
const hasTwoSides = ({ source, target }: ScoredBead): boolean => source.length > 0 && target.length > 0;

const singleGaps = (beads: readonly ScoredBead[]): ScoredBead[] =>
  beads.flatMap((bead) =>
    hasTwoSides(bead)
      ? [bead]
      : [
          ...bead.source.map((sentence) => ({ source: [sentence], target: [] })),
          ...bead.target.map((sentence) => ({ source: [], target: [sentence] })),
        ],
  );
