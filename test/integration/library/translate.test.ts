import { expect, onTestFinished, test, vi } from 'vitest';
import { Engine } from '../../../electron/engine/engine.ts';
import { calling, file, inProcess, until } from '../../support/hosts.ts';
import { longArticle } from '../../support/newswire.ts';

test('a sentence for which the model says nothing stays untranslated', async () => {
  const call = calling(await inProcess());
  const [result] = await call('library.import', { files: [file('lang.txt', longArticle(2).text)] });
  if (result?.status !== 'imported') throw new Error('not imported');
  const { id } = result.article;
  const engine = vi.spyOn(Engine.prototype, 'translate').mockImplementation((_, sentences, { onResult }) => {
    for (const index of sentences.keys())
      onResult({
        index,
        text: index === 0 ? ' ' : 'Words.',
        tokens: 1,
        meanLogProb: -1,
        minLogProb: -1,
        stop: 'end',
      });
    return Promise.resolve();
  });
  onTestFinished(() => engine.mockRestore());
  await call('translate.start', { articles: [id] });
  await until(async () => (await call('library.get', { article: id })).job?.state === 'done');
  expect((await call('review.open', { article: id })).units).toMatchObject([
    { target: '', state: 'untranslated', draft: null },
    { target: 'Words.', state: 'draft' },
  ]);
});
