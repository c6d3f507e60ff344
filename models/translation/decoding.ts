/** What greedy and beam search share: what they are given, and what they make of it. */
import type { Stop } from './translator.ts';

export interface DecodingRules {
  /** What the decoder is fed before the search may choose: the start mark, and the target language where it is told it so. */
  prefix: readonly number[];
  /** The token that ends a translation. */
  end: number;
  signal?: AbortSignal | undefined;
  /** Called after every step of the decoder. */
  onStep?: (() => void) | undefined;
}

/** A row to decode: its source tokens, and how many tokens it may become. */
export interface Row {
  source: readonly number[];
  limit: number;
}

/** What one row became. */
export interface Decoded {
  /** Without prefix and end mark; after a loop, up to the end of its first copy. */
  tokens: number[];
  /** Natural log-probabilities of the tokens, and of the end mark when the search chose it. */
  logProbs: number[];
  stop: Stop;
}
