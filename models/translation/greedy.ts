/**
 * Greedy decoding of a batch: at every step each row takes its likeliest token.
 *
 * A row that has ended leaves the batch at that step (the library's own `generate` goes on feeding it, and its text
 * grows junk), so that a batch costs no more than its rows need, and gives what they give alone.
 */
import type { Decoder } from './decoder.ts';
import type { Decoded, DecodingRules, Row } from './decoding.ts';
import { holdsLoop, lengthBeforeLoop } from './loops.ts';

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
  const first = await feedPrefix(decoder, rows.length, rules);
  while (running.length > 0) {
    rules.signal?.throwIfAborted();
    const likeliest = await decoder.step(
      running.map((row) => row.tokens.at(-1) ?? first),
      1,
    );
    rules.onStep?.();
    const ended = running.map((row, position) => {
      return advance(row, likeliest.tokens[position] ?? 0, likeliest.logProbs[position] ?? 0, rules.end);
    });
    if (!ended.includes(true)) continue;
    running.filter((_, position) => ended[position]).forEach((row) => onDecoded(row.index, row));
    const staying = [...running.keys()].filter((position) => !ended[position]);
    running = running.filter((_, position) => !ended[position]);
    if (running.length > 0) decoder.keep(staying);
  }
}

/** Feeds all of the prefix but its last token, which is the one that the search begins with: that one is returned. */
export async function feedPrefix(decoder: Decoder, rows: number, rules: DecodingRules): Promise<number> {
  for (const token of rules.prefix.slice(0, -1)) {
    rules.signal?.throwIfAborted();
    await decoder.step(
      Array.from({ length: rows }, () => token),
      1,
    );
    rules.onStep?.();
  }
  return rules.prefix.at(-1) ?? 0;
}

/** Gives a row its next token; true when the row has ended. */
function advance(row: Running, token: number, logProb: number, end: number): boolean {
  row.logProbs.push(logProb);
  if (token === end) return true;
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
