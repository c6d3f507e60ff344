import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calling, file, inProcess, until } from '../../support/hosts.ts';

const root = join(import.meta.dirname, '../../..');
const german = readFileSync(join(root, 'data/samples/demo/de-Sturm-in-Wien.txt'), 'utf8');
const inEnglish = readFileSync(join(root, 'test/fixtures/demo/de.en.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);

async function imported(text: string, language?: string) {
  const call = calling(await inProcess());
  const [result] = await call('library.import', {
    files: [file('a.txt', text)],
    ...(language && { language }),
  });
  if (result?.status !== 'imported') throw new Error('not imported');
  const { article } = result;
  return { call, article, units: async () => (await call('review.open', { article: article.id })).units };
}

test('an English quotation in a German article is its own draft, and no model is asked for it', async () => {
  const english =
    'We counted every single bus that was left in the city after the storm, said the chief of the police.';
  const { call, article, units } = await imported(`${german}\n${english}\n`);
  expect(article).toMatchObject({ language: 'de', languageGroup: [] });
  expect((await units()).at(-1)).toMatchObject({ language: 'en', target: english, state: 'draft' });
  await call('translate.start', { articles: [article.id] });
  await until(async () => (await call('library.get', { article: article.id })).job?.state === 'done');
  expect((await units()).map(({ target }) => target)).toEqual([...inEnglish, english]);
});

test('a quotation that no model here translates is left, and the job says what it needs', async () => {
  const french =
    'Nous avons compté tous les autobus qui se trouvaient encore dans la ville après la tempête, a déclaré le chef de la police.';
  const { call, article, units } = await imported(`${german}\n${french}\n`);
  await call('translate.start', { articles: [article.id] });
  const job = await until(async () => {
    const shown = await call('library.get', { article: article.id });
    return shown.job?.state === 'failed' ? shown.job : null;
  });
  expect(job.error).toMatch(/^1 sentence is in French\. .*opus-mt-fr-en/);
  const after = await units();
  expect(after.at(-1)).toMatchObject({ language: 'fr', state: 'untranslated' });
  expect(after.slice(0, -1).map(({ target }) => target)).toEqual(inEnglish);
});

test('a language that cannot be told from its siblings is left to the editor, once', async () => {
  const { call, article } = await imported('Predsjednik je jučer stigao u grad i održao govor pred narodom.');
  expect(article.languageGroup.length).toBeGreaterThan(1);
  expect(['hr', 'bs', 'sr-Latn']).toEqual(expect.arrayContaining(article.languageGroup));
  const chosen = await call('library.setLanguage', { article: article.id, language: 'hr' });
  expect(chosen).toMatchObject({ language: 'hr', languageChosen: true, languageGroup: [] });
});

test('a bilingual text whose language is chosen by hand keeps its English half as English', async () => {
  const polish = readFileSync(join(root, 'data/samples/pl-kim-w-rosji.txt'), 'utf8')
    .split('\n\n')
    .slice(0, 3);
  const english = readFileSync(join(root, 'data/samples/pl-kim-w-rosji.en.txt'), 'utf8')
    .split('\n\n')
    .slice(0, 4);
  const { call, article, units } = await imported([...english, ...polish].join('\n\n'), 'sl');
  await call('library.setLanguage', { article: article.id, language: 'pl' });
  const after = await units();
  expect(new Set(after.map(({ language }) => language))).toEqual(new Set(['en', null]));
  expect(
    after.filter(({ language }) => language === 'en').every(({ source, target }) => source === target),
  ).toBe(true);
  expect(after.find(({ source }) => source.startsWith('Kim Dzong Un uda'))).toMatchObject({
    language: null,
    target: '',
  });
});
