import { expect, test } from 'vitest';
import { likeliest } from '../../../support/likeliest.ts';
import type { Decoder } from '../../../../models/translation/decoder.ts';
import type { Decoded } from '../../../../models/translation/decoding.ts';
import { decodeGreedily } from '../../../../models/translation/greedy.ts';

const START = 9;
const END = 0;
const PAD = 8;
const rules = { prefix: [START], end: END };

/** A decoder that says of every row what it was told to, and counts the rows that it is given. */
function scripted(scripts: number[][]): Decoder & { rowsPerStep: number[] } {
  let rows = scripts.map((script) => ({ script, step: 0 }));
  return {
    rowsPerStep: [],
    step(tokens, width) {
      expect(tokens).toEqual(rows.map(({ script, step }) => (step === 0 ? START : script[step - 1])));
      this.rowsPerStep.push(tokens.length);
      const logits = new Float32Array(rows.length * 10);
      rows.forEach((row, index) => {
        logits[index * 10 + (row.script[row.step++] ?? END)] = 5;
        // Likelier still, but never to be produced.
        logits[index * 10 + PAD] = 7;
      });
      return Promise.resolve(likeliest(logits, rows.length, width, [PAD]));
    },
    keep(kept) {
      rows = kept.map((index) => rows[index]!);
    },
  };
}

async function decoded(
  decoder: Decoder,
  rows: { source: number[]; limit: number }[],
  extra = {},
): Promise<Decoded[]> {
  const results: Decoded[] = [];
  await decodeGreedily(decoder, rows, { ...rules, ...extra }, (index, result) => {
    expect(results[index]).toBeUndefined();
    results[index] = result;
  });
  return results;
}

const row = (limit = 20) => ({ source: [1, 2, END], limit });

test('rows that have ended leave the batch, the others go on as if alone', async () => {
  const decoder = scripted([
    [1, 2, 3, END],
    [4, END],
    [5, 6, END],
  ]);
  const results = await decoded(decoder, [row(), row(), row()]);
  expect(results.map((result) => result.tokens)).toEqual([[1, 2, 3], [4], [5, 6]]);
  expect(results.map((result) => result.stop)).toEqual(['end', 'end', 'end']);
  expect(decoder.rowsPerStep).toEqual([3, 3, 2, 1]);
});

test('log-probabilities are those of the whole vocabulary without what is suppressed, end mark included', async () => {
  const [result] = await decoded(scripted([[1, END]]), [row()]);
  const expected = 5 - Math.log(Math.exp(5) + 8);
  expect(result!.logProbs).toHaveLength(2);
  for (const logProb of result!.logProbs) expect(logProb).toBeCloseTo(expected, 5);
});

test('an output that reaches its limit says so', async () => {
  const [result] = await decoded(scripted([[1, 2, 3, 4, 5, 6]]), [row(4)]);
  expect(result).toMatchObject({ tokens: [1, 2, 3, 4], stop: 'length' });
});

test('a loop is stopped, cut to its first copy, and reported', async () => {
  const [result] = await decoded(scripted([[7, ...Array.from({ length: 30 }, () => [1, 2]).flat()]]), [
    row(60),
  ]);
  expect(result).toMatchObject({ tokens: [7, 1, 2], stop: 'loop' });
  expect(result!.logProbs).toHaveLength(3);
});

test('a source that repeats itself may be translated so', async () => {
  const dots = Array.from({ length: 20 }, () => 3);
  const [result] = await decoded(scripted([[...dots, END]]), [{ source: [...dots, END], limit: 60 }]);
  expect(result).toMatchObject({ tokens: dots, stop: 'end' });
});

test('an abort ends the work before the next step', async () => {
  const abort = new AbortController();
  const decoder = scripted([[1, 2, 3, 4, 5, END]]);
  const onStep = () => decoder.rowsPerStep.length === 2 && abort.abort();
  await expect(decoded(decoder, [row()], { signal: abort.signal, onStep })).rejects.toThrow('aborted');
  expect(decoder.rowsPerStep).toHaveLength(2);
});
