/** A decoder as the search over its answers sees it: greedy or beam, whatever network is below. */

/**
 * The likeliest next tokens of every row, row after row, each row's likeliest first.
 * Log-probabilities are natural ones, over the whole vocabulary without the tokens that are never produced.
 */
export interface Candidates {
  /** `rows × width` token ids. */
  tokens: Int32Array;
  /** `rows × width`, beside `tokens`. */
  logProbs: Float32Array;
}

/** A decoder in the middle of a batch: the network and what it remembers of every row. */
export interface Decoder {
  /** Feeds one token per row; of the next one, the `width` likeliest per row. */
  step(tokens: readonly number[], width: number): Promise<Candidates>;
  /** Goes on with these of its rows only, in this order; a row may be named more than once. */
  keep(rows: readonly number[]): void;
}
