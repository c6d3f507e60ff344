import { anchorChain } from './anchors.ts';
import { bandAround } from './band.ts';
import { calibrated } from './confidence.ts';
import type { Cues } from './cues.ts';
import { beadOdds } from './evidence.ts';
import { beadKinds } from './kinds.ts';
import { BeadPosterior } from './posterior.ts';
import { search, type FoundBead } from './search.ts';
import { lengthOdds } from './signals/length.ts';
import type { ParagraphOdds } from './signals/paragraphs.ts';
import type { Bead } from './types.ts';
import { weights } from './weights.ts';

/** What a pass goes by. */
export interface PassInput {
  cues: Cues;
  /** Letters of each sentence, at least 1. */
  sourceLengths: readonly number[];
  targetLengths: readonly number[];
  /** Expected target letters for one source letter. */
  ratio: number;
  paragraph: ParagraphOdds;
}

/** A bead with the search's own probability; see `confidence.ts` for why that is not the confidence. */
export interface ProbableBead {
  source: number[];
  target: number[];
  probability: number;
}

/** A first pass: beads to learn from. */
export function roughBeads(input: PassInput): ProbableBead[] {
  const { beads, posterior } = pass(input);
  return beads.map((bead) => ({
    ...sentencesOf(bead),
    probability: posterior.of(bead.i, bead.j, bead.kind),
  }));
}

/** The last pass: beads to hand out. */
export function finalBeads(input: PassInput): Bead[] {
  const { band, odds, beads } = pass(input);
  const doubting = new BeadPosterior(band, odds, weights.confidence.temperature);
  return beads.map(({ i, j, kind }) => ({
    ...sentencesOf({ i, j, kind }),
    score: odds[((band.offset[i] ?? 0) + j) * beadKinds.length + kind] ?? 0,
    confidence: calibrated(doubting.of(i, j, kind)),
  }));
}

function pass({ cues, sourceLengths, targetLengths, ratio, paragraph }: PassInput) {
  const band = bandAround(anchorChain(cues.source, targetLengths.length), sourceLengths, targetLengths);
  const length = lengthOdds(sourceLengths, targetLengths, ratio);
  const odds = beadOdds({ cues, sourceLengths, targetLengths, length, paragraph }, band);
  const posterior = new BeadPosterior(band, odds);
  return { band, odds, posterior, beads: search(band, posterior) };
}

function sentencesOf({ i, j, kind }: FoundBead): { source: number[]; target: number[] } {
  const { source = 0, target = 0 } = beadKinds[kind] ?? {};
  return { source: consecutive(i, source), target: consecutive(j, target) };
}

const consecutive = (start: number, length: number): number[] =>
  Array.from({ length }, (_, index) => start + index);
