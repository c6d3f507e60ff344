import { expect, test } from 'vitest';
import { Engine } from '../../../electron/engine/engine.ts';
import { installedModels } from '../../../models/translation/installed.ts';
import type { Translation } from '../../../models/translation/translator.ts';

const mini = installedModels('/nowhere').find((model) => model.id === 'mini')!;

test('the engine searches by a beam as wide as it is told', async () => {
  const engine = new Engine({ layout: { processes: 1, threads: 1 } });
  // Outside its grammar, where the model hesitates, a wider search finds something likelier.
  const texts = ['Der Hund und die Katze lagen faul im Garten.', 'Gestern kam niemand, heute kamen alle.'];
  const translated = async (beam?: number): Promise<Translation[]> => {
    const results: Translation[] = [];
    const options = beam === undefined ? {} : { beam };
    await engine.translate(mini, texts, {
      ...options,
      language: 'de',
      onResult: (one) => (results[one.index] = one),
    });
    return results;
  };
  const greedy = await translated();
  const wide = await translated(4);
  await expect(translated(7)).rejects.toMatchObject({ code: 'translate.beam' });
  expect(await translated(1)).toEqual(greedy);
  await engine.close();
  const means = (results: Translation[]) => results.map(({ meanLogProb }) => meanLogProb);
  expect(Math.max(...means(wide))).toBeGreaterThan(Math.max(...means(greedy)));
});
