import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installedModels } from '../../../../models/translation/installed.ts';
import { loadTranslator } from '../../../../models/translation/load.ts';
import type { Translation, Translator } from '../../../../models/translation/translator.ts';
import sentences from '../../../fixtures/mini/sentences.json' with { type: 'json' };
import { modelsFolder, putModel } from './model-folder.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini')!;
const all = [...sentences.held, ...sentences.iid].map(([source = '', english = '']) => ({ source, english }));
const sources = all.map((pair) => pair.source);
const expected = all.map((pair) => pair.english);

async function translated(translator: Translator, texts: string[]): Promise<Translation[]> {
  const results: Translation[] = [];
  await translator.translate(texts, {
    language: 'de',
    onResult(translation) {
      expect(results[translation.index], 'delivered once').toBeUndefined();
      results[translation.index] = translation;
    },
  });
  expect(Object.keys(results)).toHaveLength(texts.length);
  return results;
}

const textsOf = (translations: Translation[]): string[] =>
  translations.map((translation) => translation.text);

test.each([1, 8, 16])('800 of 800 sentences are exact in batches of %i', async (batch) => {
  const translator = await loadTranslator(mini, { threads: 1, batch });
  const results = await translated(translator, sources);
  await translator.close();
  expect(textsOf(results)).toEqual(expected);
  expect(results.every((result) => result.stop === 'end')).toBe(true);
});

let translator: Translator;
beforeAll(async () => {
  translator = await loadTranslator(mini, { threads: 1 });
});
afterAll(() => translator.close());

test('the order of the sentences does not matter', async () => {
  const results = await translated(translator, sources.slice(0, 60).toReversed());
  expect(textsOf(results)).toEqual(expected.slice(0, 60).toReversed());
});

test('every translation has its tokens and their log-probabilities', async () => {
  const [result] = await translated(translator, sources.slice(0, 1));
  expect(result!.tokens).toBeGreaterThan(10);
  expect(result!.meanLogProb).toBeLessThan(0);
  expect(result!.meanLogProb).toBeGreaterThan(-0.2);
  expect(result!.minLogProb).toBeLessThanOrEqual(result!.meanLogProb);
});

test('what is outside its grammar is far less certain', async () => {
  const [known, unknown] = await translated(translator, [
    sources[0]!,
    'Der Hund und die Katze lagen faul im Garten.',
  ]);
  expect(unknown!.meanLogProb).toBeLessThan(3 * known!.meanLogProb);
});

test('white space becomes nothing, without asking the network', async () => {
  expect(await translated(translator, ['', ' \n\t', sources[0]!])).toMatchObject([
    { text: '', tokens: 0, meanLogProb: 0, stop: 'end' },
    { text: '', tokens: 0, meanLogProb: 0, stop: 'end' },
    { text: expected[0] },
  ]);
});

test('a text that is longer than the network is cut where sentences end, and joined again', async () => {
  const folder = modelsFolder();
  // As if the network had places for fewer tokens: enough for one of these sentences, not for two.
  const settings = join(putModel(folder, 'opus-mt-de-en'), 'generation_config.json');
  writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), max_length: 48 }));
  const short = await loadTranslator(installedModels(folder)[0]!, { threads: 1 });
  const parts = all.filter((pair) => pair.source.length > 90).slice(0, 4);
  const long = parts.map((pair) => pair.source).join(' ');
  const [whole, first] = await translated(short, [long, sources[0]!]);
  await short.close();
  expect(whole!.text).toBe(parts.map((pair) => pair.english).join(' '));
  expect(whole!.tokens).toBeGreaterThan(48);
  expect(first!.text).toBe(expected[0]);
});

test('a very long text without any mark is no obstacle', async () => {
  const word = 'Polizei '.repeat(3000);
  const [result] = await translated(translator, [word]);
  expect(result!.text).not.toBe('');
});

test('an abort ends a translation with the reason of the signal, and the translator goes on', async () => {
  const abort = new AbortController();
  let delivered = 0;
  const run = translator.translate(sources, {
    language: 'de',
    signal: abort.signal,
    onResult: () => ++delivered === 3 && abort.abort(new Error('enough')),
  });
  await expect(run).rejects.toThrow('enough');
  expect(delivered).toBeLessThan(100);
  expect(textsOf(await translated(translator, sources.slice(0, 3)))).toEqual(expected.slice(0, 3));
});

test('a model with a problem is not loaded', async () => {
  const broken = { ...mini, problem: { code: 'model.damaged', message: 'cut off' } };
  await expect(loadTranslator(broken)).rejects.toMatchObject({ code: 'model.damaged', message: 'cut off' });
});
