/**
 * Greedy decoding of a batch: at every step each row takes its likeliest token.
 *
 * A row that has ended leaves the batch at that step (the library's own `generate` goes on feeding it, and its text
 * grows junk), so that a batch costs no more than its rows need, and gives what they give alone.
 */
import { InputError } from '../errors.ts';
import { holdsLoop, lengthBeforeLoop } from './loops.ts';
import type { Stop } from './translator.ts';

/** A decoder in the middle of a batch: the network and what it remembers of every row. */
export interface Decoder {
  /** Feeds one token per row; the logits of the next one, row after row, each as long as the vocabulary. */
  step(tokens: readonly number[]): Promise<Float32Array>;
  /** Goes on with these of its rows only, in this order. */
  keep(rows: readonly number[]): void;
}

export interface DecodingRules {
  start: number;
  end: number;
  /** Tokens that are never produced. */
  suppressed: readonly number[];
  signal?: AbortSignal | undefined;
  onStep?: (() => void) | undefined;
}

/** What one row became. */
export interface Decoded {
  /** Without start and end marks; after a loop, up to the end of its first copy. */
  tokens: number[];
  /** Natural log-probabilities of the tokens, and of the end mark when the row chose it. */
  logProbs: number[];
  stop: Stop;
}

/** A row to decode: its source tokens, and how many tokens it may become. */
export interface Row {
  source: readonly number[];
  limit: number;
}

interface Running extends Decoded {
  row: Row;
  index: number;
  mayLoop: boolean;
}

/**
 * Decodes all rows of a batch.
 * @param onDecoded called once for each row as soon as it has ended
 * @throws the signal's reason, within one step of its abort
 */
export async function decodeGreedily(
  decoder: Decoder,
  rows: readonly Row[],
  rules: DecodingRules,
  onDecoded: (index: number, decoded: Decoded) => void,
): Promise<void> {
  let running = rows.map((row, index): Running => {
    return { row, index, mayLoop: holdsLoop(row.source), tokens: [], logProbs: [], stop: 'end' };
  });
  while (running.length > 0) {
    rules.signal?.throwIfAborted();
    const logits = await decoder.step(running.map((row) => row.tokens.at(-1) ?? rules.start));
    rules.onStep?.();
    const vocabulary = logits.length / running.length;
    const ended = running.map((row, position) => {
      return advance(row, logits.subarray(position * vocabulary, (position + 1) * vocabulary), rules);
    });
    if (!ended.includes(true)) continue;
    running.filter((_, position) => ended[position]).forEach((row) => onDecoded(row.index, row));
    const staying = [...running.keys()].filter((position) => !ended[position]);
    running = running.filter((_, position) => !ended[position]);
    if (running.length > 0) decoder.keep(staying);
  }
}

/** Gives a row its next token; true when the row has ended. */
function advance(row: Running, logits: Float32Array, rules: DecodingRules): boolean {
  const { token, logProb } = likeliest(logits, rules.suppressed);
  row.logProbs.push(logProb);
  if (token === rules.end) return true;
  row.tokens.push(token);
  const beforeLoop = row.mayLoop ? null : lengthBeforeLoop(row.tokens);
  if (beforeLoop !== null) {
    row.tokens.length = beforeLoop;
    row.logProbs.length = beforeLoop;
    row.stop = 'loop';
    return true;
  }
  if (row.tokens.length < row.row.limit) return false;
  row.stop = 'length';
  return true;
}

/** Logits this far below the best add less than 10⁻⁶ to the sum, even 60,000 of them: their exponentials are spared. */
const NEGLIGIBLE = 25;

/** The likeliest token that is not suppressed, and its log-probability over the whole vocabulary. */
function likeliest(logits: Float32Array, suppressed: readonly number[]): { token: number; logProb: number } {
  for (const token of suppressed) logits[token] = -Infinity;
  let token = 0;
  let best = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    const logit = logits[i] ?? -Infinity;
    if (logit > best) {
      best = logit;
      token = i;
    }
  }
  if (best === -Infinity) {
    throw new InputError(
      'model.damaged',
      'The weights of the model are damaged: its network yields no numbers. Remove the model and install it again.',
    );
  }
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const below = (logits[i] ?? -Infinity) - best;
    if (below > -NEGLIGIBLE) sum += Math.exp(below);
  }
  return { token, logProb: -Math.log(sum) };
}
