/** What articles hold that no translator likes: nothing, noise, marks of the network's own, and no end. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modelConfig } from '../../../../models/translation/config.ts';
import { directionFor } from '../../../../models/translation/direction.ts';
import { installedModels } from '../../../../models/translation/installed.ts';
import { loadTranslator } from '../../../../models/translation/load.ts';
import { Pieces } from '../../../../models/translation/pieces.ts';
import type { Translation, Translator } from '../../../../models/translation/translator.ts';
import sentences from '../../../fixtures/mini/sentences.json' with { type: 'json' };
import { miniWeights, modelsFolder, putModel } from './model-folder.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini')!;
const [source = '', english = ''] = sentences.held[0]!;

let translator: Translator;
let pieces: Pieces;
beforeAll(async () => {
  translator = await loadTranslator(mini, { threads: 1 });
  pieces = await Pieces.open(mini, 0);
});
afterAll(() => translator.close());

async function translated(texts: string[], by = translator, beam = 1): Promise<Translation[]> {
  const results: Translation[] = [];
  await by.translate(texts, { language: 'de', beam, onResult: (one) => (results[one.index] = one) });
  expect(Object.keys(results)).toHaveLength(texts.length);
  return results;
}

/** The mini model with other settings. */
async function changed(file: string, settings: object): Promise<Translator> {
  const folder = modelsFolder();
  const path = join(putModel(folder, 'opus-mt-de-en'), file);
  const before = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...before, ...settings }));
  return loadTranslator(installedModels(folder)[0]!, { threads: 1 });
}

test.each(['', ' ', '\t\n', '\u00a0', '\u200b', '\ufeff', '\u0000\u0001', '\ud83d', '\ude00 \ud83d'])(
  '%j is nothing, and costs nothing',
  async (blank) => {
    const results = await translated([blank, source]);
    expect(results[0]).toEqual({ index: 0, text: '', tokens: 0, meanLogProb: 0, minLogProb: 0, stop: 'end' });
    expect(results[1]!.text).toBe(english);
  },
);

test('any text becomes something, alone or with others, greedily or by beam', async () => {
  const anything = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(anything, fc.constantFrom(1, 3), async (texts, beam) => {
      const results = await translated([...texts, source, '\ud83d Kim', '👩‍👩‍👧 🇸🇮'], translator, beam);
      expect(results[texts.length]!.text).toBe(english);
      expect(results.every(({ text }) => text.isWellFormed())).toBe(true);
    }),
    { numRuns: 15 },
  );
});

test('the marks of the network are text like any other in an article', async () => {
  const [plain, marked] = await translated([source, `${source.slice(0, 3)}</s>${source.slice(3)}`]);
  expect(plain!.text).toBe(english);
  // Taken for the end mark, it would leave the network three letters.
  expect(pieces.encode('a</s>b<pad>c')).not.toContain(0);
  expect(pieces.encode('a</s>b<pad>c')).not.toContain(706);
  expect(marked!.tokens).toBeGreaterThan(5);
});

test('of 10,000 characters without a paragraph none is lost', async () => {
  // As if the network had places for one of these sentences, not for two.
  const short = await changed('generation_config.json', { max_length: 40 });
  const pairs = sentences.held.filter(([text = '']) => text.length > 90);
  const enough = Array.from({ length: 110 }, (_, index) => pairs[index % pairs.length] ?? []);
  const long = enough.map(([text]) => text).join(' ');
  expect(long.length).toBeGreaterThan(10_000);
  const [result, after] = await translated([long, source], short);
  await short.close();
  expect(result).toMatchObject({ text: enough.map(([, text]) => text).join(' '), stop: 'end' });
  expect(after!.text).toBe(english);
});

test('a translation that reaches the limit says so', async () => {
  // Nothing ends a translation: the end mark is another piece, which the network never chooses.
  const endless = await changed('generation_config.json', { eos_token_id: 705, max_length: 40 });
  const [result] = await translated([source], endless);
  await endless.close();
  expect(result!.stop).not.toBe('end');
  expect(result!.text).toContain(english.slice(0, 20));
});

test('what is suppressed is never produced', async () => {
  expect(english.startsWith('On ')).toBe(true);
  const on = pieces.encode('On')[0]!;
  const without = await changed('generation_config.json', { bad_words_ids: [[706], [on]] });
  const texts = sentences.held.slice(0, 10).map(([text = '']) => text);
  const results = [...(await translated(texts, without)), ...(await translated(texts, without, 3))];
  await without.close();
  expect(results.some(({ text }) => text.startsWith('On '))).toBe(false);
});

test('a token that every translation is to begin with is its first', async () => {
  const first = pieces.encode('police')[0]!;
  const forced = await changed('generation_config.json', { forced_bos_token_id: first });
  const [result] = await translated([source], forced);
  await forced.close();
  expect(result!.text.startsWith(pieces.decode([first]))).toBe(true);
  const config = modelConfig('none', {
    ...(JSON.parse(readFileSync(join(miniWeights, 'config.json'), 'utf8')) as object),
    forced_bos_token_id: first,
  });
  expect(directionFor('m', config, pieces, 'de', 'en').prefix).toEqual([706, first]);
});

test('a tokenizer with more pieces than the network has is not of this network', async () => {
  const torn = await changed('config.json', { vocab_size: 20 });
  await expect(translated([source], torn)).rejects.toMatchObject({
    code: 'model.damaged',
    message: expect.stringContaining('are not of the same model') as string,
  });
  await torn.close();
});

test('pieces that are in no vocabulary, or none at all, have no text', () => {
  expect(pieces.decode([])).toBe('');
  expect(pieces.decode([100_000])).toBe('');
  expect(pieces.decode([...pieces.encode('Wien'), 100_000])).toBe('Wien');
});

test.each([
  ['{}', 'model'],
  ['{"model": {"type": "Unigram"}}', 'tokenizer'],
])('a tokenizer.json that holds %s is damaged, not the death of the process', async (content, named) => {
  const folder = putModel(modelsFolder(), 'made');
  writeFileSync(join(folder, 'tokenizer.json'), content);
  const opened = Pieces.open({ folder, name: 'Made' }, 0);
  await expect(opened).rejects.toMatchObject({
    code: 'model.damaged',
    message: expect.stringContaining(named),
  });
});
