/** A text to align, cut into sentences. */
export interface AlignmentSide {
  /** In reading order; white space around them does not matter, an empty one is allowed. */
  sentences: readonly string[];
  /** For each sentence the index of its paragraph, never falling. Left out when nothing is known of paragraphs. */
  paragraphs?: readonly number[];
  /** BCP 47. */
  language: string;
}

/** Translations of single words, as a translation memory or a glossary knows them: a source word to its target words. */
export type WordPairs = ReadonlyMap<string, readonly string[]>;

export interface AlignOptions {
  /** A machine translation of each source sentence into the target's language; '' where there is none. With many gaps it is not used. */
  mt?: readonly string[];
  /** Word pairs known beforehand, beside those that the aligner finds itself. */
  lexicon?: WordPairs;
  signal?: AbortSignal;
}

/** n source sentences that m target sentences translate; indices from 0, consecutive. One side may be empty. */
export interface Bead {
  source: number[];
  target: number[];
  /** Evidence that the two sides translate each other, in nats (log odds against chance); 0 for a bead with an empty side. */
  score: number;
  /** Probability that the bead is right, 0–1: that a person who aligns by hand would have set exactly this one. */
  confidence: number;
}

/** Both texts with what is asked of them, as every signal sees them. */
export interface AlignmentTask {
  source: AlignmentSide;
  target: AlignmentSide;
  options: AlignOptions;
}
