import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadTranslator } from '../../../models/translation/load.ts';
import { installedModels } from '../../../models/translation/installed.ts';
import type { Translation } from '../../../models/translation/translator.ts';
import { ForcedDecoder } from '../../eval/forced-decoding.ts';

let decoder: ForcedDecoder;
beforeAll(async () => {
  decoder = await ForcedDecoder.open(join(import.meta.dirname, '../../../models/mini/weights'));
});
afterAll(() => decoder.close());

const source = 'Am Montag meldete die Polizei 45 Festnahmen in Wien nach dem Sturm.';

test('the model’s own translation has, forced, the log-probabilities of its decoding', async () => {
  const mini = installedModels('').find(({ id }) => id === 'mini');
  if (mini === undefined) throw new Error('the mini model is not there');
  const translator = await loadTranslator(mini, { threads: 1 });
  const found: Translation[] = [];
  await translator.translate([source], { language: 'de', onResult: (one) => found.push(one) });
  await translator.close();
  const forced = await decoder.score(source, found[0]?.text ?? '');
  expect(forced.tokens).toBe(found[0]?.tokens);
  expect(forced.meanLogProb).toBeCloseTo(found[0]?.meanLogProb ?? 0, 2);
  expect(forced.minLogProb).toBeCloseTo(found[0]?.minLogProb ?? 0, 2);
});

test('a wrong translation is less likely than the right one', async () => {
  const right = await decoder.score(
    source,
    'On Monday, the police reported 45 arrests in Vienna after the storm.',
  );
  const wrong = await decoder.score(
    source,
    'On Monday, the police reported 45 arrests in Prague after the storm.',
  );
  expect(wrong.minLogProb).toBeLessThan(right.minLogProb - 1);
});
