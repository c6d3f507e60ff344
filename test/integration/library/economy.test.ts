import { expect, onTestFinished, test, vi } from 'vitest';
import { Store } from '../../../data/store/store.ts';
import { installedModels } from '../../../models/translation/installed.ts';
import { calling, file, inProcess, until } from '../../support/hosts.ts';
import { longArticle } from '../../support/newswire.ts';

vi.mock('../../../models/translation/installed.ts', { spy: true });

test('the models folder is looked at once for a whole library', async () => {
  const call = calling(await inProcess());
  await call('library.openSamples', {});
  vi.mocked(installedModels).mockClear();
  await call('library.list', {});
  expect(installedModels).toHaveBeenCalledTimes(1);
  await call('library.list', {});
  expect(installedModels).toHaveBeenCalledTimes(2);
});

test('translating an article neither reads its text nor counts its units for each sentence', async () => {
  const call = calling(await inProcess());
  const [result] = await call('library.import', { files: [file('lang.txt', longArticle(30).text)] });
  if (result?.status !== 'imported') throw new Error('not imported');
  const { id } = result.article;
  const asked = vi.spyOn(Store.prototype, 'get');
  onTestFinished(() => asked.mockRestore());
  await call('translate.start', { articles: [id] });
  await until(async () => (await call('library.get', { article: id })).job?.state === 'done');
  const statements = asked.mock.calls.map(([sql]) => sql.join('?'));
  expect(statements.filter((sql) => sql.includes('SELECT text')).length).toBeLessThanOrEqual(1);
  expect(statements.filter((sql) => sql.includes('count(*) AS n')).length).toBeLessThan(5);
});
