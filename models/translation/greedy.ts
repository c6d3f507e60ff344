/**
 * Greedy decoding of a batch: at every step each row takes its likeliest token.
 *
 * A row that has ended leaves the batch at that step (the library's own `generate` goes on feeding it, and its text
 * grows junk), so that a batch costs no more than its rows need, and gives what they give alone.
 */
import type { Decoder } from './decoder.ts';
import { holdsLoop, lengthBeforeLoop } from './loops.ts';
import type { Stop } from './translator.ts';

export interface DecodingRules {
  start: number;
  end: number;
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
    const likeliest = await decoder.step(
      running.map((row) => row.tokens.at(-1) ?? rules.start),
      1,
    );
    rules.onStep?.();
    const ended = running.map((row, position) => {
      return advance(row, likeliest.tokens[position] ?? 0, likeliest.logProbs[position] ?? 0, rules);
    });
    if (!ended.includes(true)) continue;
    running.filter((_, position) => ended[position]).forEach((row) => onDecoded(row.index, row));
    const staying = [...running.keys()].filter((position) => !ended[position]);
    running = running.filter((_, position) => !ended[position]);
    if (running.length > 0) decoder.keep(staying);
  }
}

/** Gives a row its next token; true when the row has ended. */
function advance(row: Running, token: number, logProb: number, rules: DecodingRules): boolean {
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
