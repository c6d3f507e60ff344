import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDraft } from '../../../data/store/drafts.ts';
import { calling, file, inProcess, ownHome } from '../../support/hosts.ts';
import { NOW, temporaryStore } from '../../support/library.ts';

/** A German article, translated by a machine: Slovene rules cut it alike, Polish ones know no "5. September". */
async function translated() {
  const db = join(ownHome(), 'library.db');
  const window = await inProcess(db);
  const call = calling(window);
  const [result] = await call('library.import', {
    files: [file('a.txt', 'Die Polizei zählte die Busse. Am 5. September kam er.')],
    language: 'de',
  });
  if (result?.status !== 'imported') throw new Error('not imported');
  const article = result.article.id;
  const units = async () => (await call('review.open', { article })).units;
  const store = temporaryStore(db);
  for (const { id, position } of await units())
    addDraft(store, id, { model: 'm', text: `Draft ${position}.`, meanLogProb: -1, minLogProb: -1 }, NOW);
  const setLanguage = (language: string) => call('library.setLanguage', { article, language });
  return { ...window, call, article, units, setLanguage, store };
}

test('another language that cuts the text alike changes the language alone', async () => {
  const { setLanguage, units, events } = await translated();
  const before = await units();
  expect(await setLanguage('sl')).toMatchObject({ language: 'sl', languageChosen: true });
  expect(await units()).toEqual(before);
  expect(events.map(({ event }) => event)).not.toContain('article.recut');
});

test('a sentence that another language leaves as it is keeps its machine translation', async () => {
  const { setLanguage, units, events } = await translated();
  const [first] = await units();
  await setLanguage('pl');
  expect(events.map(({ event }) => event)).toContain('article.recut');
  expect(await units()).toMatchObject([
    { source: first!.source, target: 'Draft 0.', state: 'draft', draft: { model: 'm', text: 'Draft 0.' } },
    { source: 'Am 5.', target: '', state: 'untranslated', draft: null },
    { source: 'September kam er.', target: '', state: 'untranslated', draft: null },
  ]);
});

test('the new division can be undone and redone, each with what the machine made of it', async () => {
  const { call, article, setLanguage, units, store } = await translated();
  const before = await units();
  await setLanguage('pl');
  const fresh = await units();
  addDraft(store, fresh[1]!.id, { model: 'm', text: 'On the 5th.', meanLogProb: -1, minLogProb: -1 }, NOW);
  expect(await call('review.undo', { article })).toMatchObject({ isRecut: true });
  expect(await units()).toMatchObject(
    before.map(({ id, target, state, draft }) => ({ id, target, state, draft })),
  );
  await call('review.redo', { article });
  expect(await units()).toMatchObject([
    { target: 'Draft 0.' },
    { target: 'On the 5th.', state: 'draft' },
    { state: 'untranslated' },
  ]);
});

test('what was done before another language can still be undone after it', async () => {
  const { call, article, setLanguage, units } = await translated();
  const [first] = await units();
  await call('review.confirm', { unit: first!.id, target: 'The police.', visit: 'v' });
  await call('review.undo', { article });
  await setLanguage('pl');
  await call('review.undo', { article });
  expect((await call('review.open', { article })).history.undo).toBe(null);
  expect((await units())[0]).toMatchObject({ id: first!.id, target: 'Draft 0.', state: 'draft' });
});

test('a person’s text is never cut', async () => {
  const { call, setLanguage, units } = await translated();
  const [first] = await units();
  await call('review.save', { unit: first!.id, target: 'The police counted.', visit: 'v' });
  const before = await units();
  await setLanguage('pl');
  expect(await units()).toEqual(before);
});

test('undo brings the old language back, also where something is written', async () => {
  const { call, article, setLanguage, units } = await translated();
  const [first] = await units();
  await call('review.save', { unit: first!.id, target: 'The police counted.', visit: 'v' });
  await setLanguage('pl');
  expect(await call('review.undo', { article })).toMatchObject({ isRecut: true, history: { undo: 'edit' } });
  expect(await call('library.get', { article })).toMatchObject({ language: 'de' });
  expect((await units())[0]).toMatchObject({ target: 'The police counted.' });
  await call('review.redo', { article });
  expect(await call('library.get', { article })).toMatchObject({ language: 'pl', languageChosen: true });
});
