import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoTokenizer, type PreTrainedTokenizer } from '@xenova/transformers';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installedModels } from '../../../../models/translation/installed.ts';
import { loadTranslator } from '../../../../models/translation/load.ts';
import type { Translation, Translator } from '../../../../models/translation/translator.ts';
import sentences from '../../../fixtures/mini/sentences.json' with { type: 'json' };
import { MiniNetwork } from './mini-network.ts';
import { miniWeights } from './model-folder.ts';
import { referenceBeam, referenceGreedy, type Found } from './reference-search.ts';

const START = 706;
const END = 0;
const mini = installedModels('/nowhere').find((model) => model.id === 'mini')!;
/** Every seventh: all five languages. */
const sources = sentences.held
  .flatMap(([source = ''], index) => (index % 7 === 0 ? [source] : []))
  .slice(0, 60);

let network: MiniNetwork;
let tokenizer: PreTrainedTokenizer;
const translators = new Map<number, Translator>();

beforeAll(async () => {
  network = await MiniNetwork.open();
  tokenizer = await AutoTokenizer.from_pretrained(miniWeights, { local_files_only: true });
  for (const batch of [1, 3, 8]) translators.set(batch, await loadTranslator(mini, { threads: 1, batch }));
});
afterAll(async () => {
  await network.close();
  for (const translator of translators.values()) await translator.close();
});

async function translated(batch: number, texts: readonly string[], beam: number): Promise<Translation[]> {
  const results: Translation[] = [];
  await translators.get(batch)!.translate(texts, {
    language: 'de',
    beam,
    onResult: (translation) => (results[translation.index] = translation),
  });
  return results;
}

async function reference(text: string, beam: number): Promise<Found> {
  const next = await network.next(tokenizer(text, { return_tensor: false }).input_ids);
  return beam === 1 ? referenceGreedy(next, [START], END) : referenceBeam(next, [START], END, beam, 1);
}

/** What a translation should be like that found this; int8 products differ in the third digit between batches. */
function like({ tokens, logProbs }: Found): Omit<Translation, 'index'> {
  const mean = logProbs.reduce((sum, logProb) => sum + logProb, 0) / logProbs.length;
  return {
    text: tokenizer.decode(tokens, { skip_special_tokens: true }).trim(),
    tokens: tokens.length,
    meanLogProb: expect.closeTo(mean, 2) as number,
    minLogProb: expect.closeTo(Math.min(...logProbs), 1) as number,
    stop: 'end',
  };
}

test.each([1, 2, 4])('with a beam of %i it finds what the plain search finds, in any batch', async (beam) => {
  const alone = await translated(1, sources, beam);
  const together = await translated(8, sources, beam);
  for (const [index, source] of sources.entries()) {
    const found = await reference(source, beam);
    expect(alone[index]).toEqual({ index, ...like(found) });
    expect(together[index]).toEqual({ index, ...like(found) });
  }
});

test('any sentences in any order and batch become what they become alone', async () => {
  const alone = await translated(1, sources, 1);
  const texts = new Map(alone.map(({ index, text }) => [sources[index]!, text]));
  const order = fc.shuffledSubarray(sources, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(order, fc.constantFrom(3, 8), fc.constantFrom(1, 3), async (some, batch, beam) => {
      const results = await translated(batch, some, beam);
      expect(results.map(({ text }) => text)).toEqual(some.map((source) => texts.get(source)));
    }),
    { numRuns: 12 },
  );
});

test('a beam is 1 to 6 wide', async () => {
  for (const beam of [0, 7, 1.5, NaN]) {
    await expect(translated(1, ['Kim'], beam)).rejects.toMatchObject({ code: 'translate.beam' });
  }
});

test('the mini model is the one that the tests take it for', () => {
  const config = JSON.parse(readFileSync(join(miniWeights, 'config.json'), 'utf8')) as object;
  expect(config).toMatchObject({ decoder_start_token_id: START, eos_token_id: END, pad_token_id: START });
});
