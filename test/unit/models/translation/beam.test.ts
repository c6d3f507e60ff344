import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeByBeam, type BeamRules } from '../../../../models/translation/beam.ts';
import type { Decoder } from '../../../../models/translation/decoder.ts';
import type { Decoded } from '../../../../models/translation/decoding.ts';
import { decodeGreedily } from '../../../../models/translation/greedy.ts';
import { MadeUpDecoder, type Scores } from './made-up-decoder.ts';
import { referenceBeam, type Next } from './reference-search.ts';

const START = 9;
const END = 0;
const VOCABULARY = 10;

const row = (limit = 200) => ({ source: [1, 2, END], limit });

async function decoded(
  decoder: Decoder,
  rows: { source: number[]; limit: number }[],
  rules: Partial<BeamRules>,
) {
  const results: Decoded[] = [];
  await decodeByBeam(decoder, rows, { prefix: [START], end: END, width: 2, ...rules }, (index, result) => {
    expect(results[index], 'delivered once').toBeUndefined();
    results[index] = result;
  });
  return results;
}

/** Scores by the tokens so far, written as in `{ '': { 1: 0.6, 2: 0.4 }, '1': … }`; what is not written has no chance. */
const written =
  (table: Record<string, Record<number, number>>): Scores =>
  (_, tokens) =>
    Array.from({ length: VOCABULARY }, (__, token) =>
      Math.log(table[tokens.slice(1).join(' ')]?.[token] ?? 1e-6),
    );

test('what begins less likely may end likelier', async () => {
  const scores = written({
    '': { 1: 0.6, 2: 0.4 },
    '1': { 3: 0.5, 4: 0.5 },
    '1 3': { [END]: 1 },
    '1 4': { [END]: 1 },
    '2': { 5: 1 },
    '2 5': { [END]: 1 },
  });
  const [narrow] = await decoded(new MadeUpDecoder(1, scores), [row()], { width: 1 });
  const [wide] = await decoded(new MadeUpDecoder(1, scores), [row()], { width: 2 });
  expect(narrow!.tokens).toEqual([1, 3]);
  expect(wide).toMatchObject({ tokens: [2, 5], stop: 'end' });
  expect(wide!.logProbs.map((logProb) => Math.exp(logProb))).toEqual([
    expect.closeTo(0.4, 4),
    expect.closeTo(1, 4),
    expect.closeTo(1, 4),
  ]);
});

test('a longer translation may win by its mean, a shorter one by its sum', async () => {
  const scores = written({
    '': { 1: 0.5, 2: 0.5 },
    '1': { [END]: 0.55, 3: 0.45 },
    '2': { 4: 0.7, 3: 0.3 },
    '2 4': { 5: 0.7, 3: 0.3 },
    '2 4 5': { [END]: 0.7, 3: 0.3 },
  });
  const winner = async (lengthExponent: number) =>
    (await decoded(new MadeUpDecoder(1, scores), [row()], { lengthExponent }))[0]!.tokens;
  expect(await winner(0)).toEqual([1]);
  expect(await winner(1)).toEqual([2, 4, 5]);
});

test('each that ends narrows the beam of its sentence, and a sentence that is done leaves', async () => {
  const scores: Scores = (sentence, tokens) => {
    const ending = sentence === 0 ? 2 : 4;
    return Array.from({ length: VOCABULARY }, (_, token) =>
      token === END ? (tokens.length > ending ? 20 : -20) : -token,
    );
  };
  const decoder = new MadeUpDecoder(2, scores);
  await decoded(decoder, [row(), row()], { width: 3 });
  // One row a sentence, then three; the first sentence ends in its third step, the second in its fifth.
  expect(decoder.rowsPerStep.slice(0, 2)).toEqual([2, 6]);
  expect(decoder.rowsPerStep.at(-1)).toBeLessThanOrEqual(3);
  expect(Math.max(...decoder.rowsPerStep)).toBe(6);
});

test('one that was cut off wins only where none has ended', async () => {
  const scores = written({
    '': { 1: 0.9, 2: 0.1 },
    '1': { 3: 1 },
    '1 3': { 4: 1 },
    '2': { [END]: 0.2, 5: 0.1 },
  });
  const [whole] = await decoded(new MadeUpDecoder(1, scores), [row(3)], {});
  expect(whole).toMatchObject({ tokens: [2], stop: 'end' });
  const [cut] = await decoded(new MadeUpDecoder(1, scores), [row(3)], { width: 1 });
  expect(cut).toMatchObject({ tokens: [1, 3, 4], stop: 'length' });
});

test('a loop is cut to its first copy and reported, where nothing else is left', async () => {
  const scores: Scores = (_, tokens) =>
    Array.from({ length: VOCABULARY }, (__, token) => (token === (tokens.at(-1) === 1 ? 2 : 1) ? 9 : 0));
  const [result] = await decoded(new MadeUpDecoder(1, scores), [row(60)], { width: 1 });
  expect(result).toMatchObject({ tokens: [1, 2], stop: 'loop' });
  expect(result!.logProbs).toHaveLength(2);
});

test('the prefix is fed, not chosen', async () => {
  const scores: Scores = (_, tokens) =>
    Array.from({ length: VOCABULARY }, (__, token) =>
      token === (tokens.length < 3 ? tokens.at(-1) : END) ? 9 : 0,
    );
  const decoder = new MadeUpDecoder(1, scores);
  const [result] = await decoded(decoder, [row()], { prefix: [START, 7] });
  expect(result).toMatchObject({ tokens: [7], stop: 'end' });
  expect(result!.logProbs).toHaveLength(2);
  expect(decoder.rowsPerStep[0]).toBe(1);
});

test('an abort ends the work before the next step', async () => {
  const abort = new AbortController();
  const decoder = new MadeUpDecoder(1, () => Array.from({ length: VOCABULARY }, (_, token) => token));
  const onStep = () => decoder.rowsPerStep.length === 2 && abort.abort();
  await expect(decoded(decoder, [row()], { signal: abort.signal, onStep })).rejects.toThrow('aborted');
  expect(decoder.rowsPerStep).toHaveLength(2);
});

/** Scores that look random but depend on the tokens so far alone; the end grows likelier with every token. */
function random(seed: number): Scores {
  return (sentence, tokens) => {
    let state = (seed * 1000 + sentence) | 0;
    for (const token of tokens) state = Math.imul(state ^ (token + 1), 0x9e3779b1) ^ (state >>> 15);
    return Array.from({ length: VOCABULARY }, (_, token) => {
      const mixed = Math.imul(state ^ Math.imul(token + 7, 0x85ebca6b), 0xc2b2ae35);
      const noise = ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
      return 3 * noise + (token === END ? 0.35 * tokens.length - 2.5 : 0);
    });
  };
}

const nextOf =
  (scores: Scores, sentence: number): Next =>
  (tokens) => {
    const logits = Array.from(Float32Array.from(scores(sentence, tokens)));
    const logSum = Math.log(logits.reduce((total, logit) => total + Math.exp(logit), 0));
    return Promise.resolve(logits.map((logit) => logit - logSum));
  };

test('it finds what the plain search finds, for any sentences in any batch', async () => {
  const setting = fc.record({
    seed: fc.nat(100_000),
    sentences: fc.integer({ min: 1, max: 5 }),
    width: fc.integer({ min: 1, max: 6 }),
    lengthExponent: fc.constantFrom(0, 0.6, 1),
  });
  await fc.assert(
    fc.asyncProperty(setting, async ({ seed, sentences, width, lengthExponent }) => {
      const scores = random(seed);
      const rows = Array.from({ length: sentences }, () => row());
      const results = await decoded(new MadeUpDecoder(sentences, scores), rows, { width, lengthExponent });
      for (const [sentence, result] of results.entries()) {
        const next = nextOf(scores, sentence);
        const { tokens, logProbs } = await referenceBeam(next, [START], END, width, lengthExponent);
        expect(result.tokens).toEqual(tokens);
        expect(result.logProbs).toEqual(logProbs.map((logProb) => expect.closeTo(logProb, 4) as number));
        expect(result.stop).toBe('end');
      }
    }),
    { numRuns: 150 },
  );
});

test('a beam of one is greedy, loops and limits included', async () => {
  const anyScores = fc.record({
    seed: fc.nat(100_000),
    ending: fc.boolean(),
    limit: fc.integer({ min: 1, max: 90 }),
  });
  await fc.assert(
    fc.asyncProperty(anyScores, async ({ seed, ending, limit }) => {
      // Without an end, and blind for all but the last token, it runs into a loop or the limit.
      const scores: Scores = (sentence, tokens) =>
        ending ? random(seed)(sentence, tokens) : random(seed)(sentence, tokens.slice(-1));
      const rows = [row(limit), row(limit), row(limit)];
      const greedy: Decoded[] = [];
      await decodeGreedily(
        new MadeUpDecoder(3, scores),
        rows,
        { prefix: [START], end: END },
        (index, result) => {
          greedy[index] = result;
        },
      );
      const beam = await decoded(new MadeUpDecoder(3, scores), rows, { width: 1 });
      expect(beam).toEqual(
        greedy.map(
          (result) =>
            expect.objectContaining({
              tokens: result.tokens,
              logProbs: result.logProbs,
              stop: result.stop,
            }) as Decoded,
        ),
      );
    }),
  );
});
