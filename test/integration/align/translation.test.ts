import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UNSURE_ALIGNMENT } from '../../../electron/contract.ts';
import { calling, file, inProcess, ownHome } from '../../support/hosts.ts';
import { temporaryStore } from '../../support/library.ts';

const samples = join(import.meta.dirname, '../../../data/samples');
const read = (name: string) => readFileSync(join(samples, name), 'utf8');

/** An article as a user imports it, and how its translation is added. */
async function imported(text: string, language?: string) {
  const db = join(ownHome(), 'library.db');
  const window = await inProcess(db);
  const call = calling(window);
  const [result] = await call('library.import', {
    files: [file('original.txt', text)],
    ...(language && { language }),
  });
  if (result?.status !== 'imported') throw new Error('not imported');
  const article = result.article.id;
  const translation = (english: string | Uint8Array) => ({ article, ...file('english.txt', english) });
  const units = async () => (await call('review.open', { article })).units;
  return { window, call, article, translation, units, db };
}

test('an existing translation stands beside its original, nothing of either text lost', async () => {
  const original = read('sl-nova-ruska-ljubezen.txt');
  const english = read('sl-nova-ruska-ljubezen.en.txt');
  const { call, translation, units, article, db } = await imported(original);
  const added = await call('align.addTranslation', translation(english));
  const after = await units();
  expect(added.units).toBe(after.length);
  expect(after[0]).toMatchObject({
    source: expect.stringMatching(/^Ameriški uradniki/),
    target: expect.stringMatching(/^US officials/),
    state: 'edited',
  });
  expect(after.every(({ alignment }) => alignment !== null)).toBe(true);

  // Invariant 1, on both sides: spans and the gaps between them are the text; the gaps are blank.
  const store = temporaryStore(db);
  const kept = store.get<{ id: number; name: string; text: string }>`
    SELECT id, name, text FROM translations WHERE article = ${article}`!;
  expect(kept).toMatchObject({ name: 'english.txt', text: english });
  const spans = store.all<{ start: number; end: number }>`
    SELECT target_start AS start, target_end AS "end" FROM standing_units
    WHERE translation = ${kept.id} AND target_start IS NOT NULL ORDER BY position`;
  const gapsOf = (text: string, parts: readonly { start: number; end: number }[]) => {
    const inner = parts.map(({ start }, n) => text.slice(parts[n - 1]?.end ?? 0, start));
    return [...inner, text.slice(parts.at(-1)?.end)].join('');
  };
  expect(gapsOf(english, spans).trim()).toBe('');
  expect(gapsOf(original, after).replace('date 2024-06', '').trim()).toBe('');
});

test('what nothing answers stays visible: an untranslated paragraph, and an addition without an original', async () => {
  const { call, translation, units } = await imported(read('sl-nova-ruska-ljubezen.txt'));
  const paragraphs = read('sl-nova-ruska-ljubezen.en.txt').split(/\n\n+/);
  paragraphs.splice(2, 1);
  const addition = 'Our readers in the north sent 1,234 letters; the editors thank every one of them for it.';
  await call('align.addTranslation', translation([...paragraphs, addition].join('\n\n')));
  const after = await units();
  const unanswered = after.filter(({ target }) => target === '');
  expect(unanswered.map(({ source }) => source.slice(0, 18))).toEqual([
    'Za Severno Korejo ',
    'Kim je bil po spod',
    'Trgovina z Rusijo ',
  ]);
  expect(unanswered.every(({ state }) => state === 'untranslated')).toBe(true);
  expect(after.filter(({ source }) => source === '')).toMatchObject([{ target: addition, state: 'edited' }]);
});

test('unsure pairs are counted and say how sure they are', async () => {
  const { call, translation, units } = await imported(read('de-engere-beziehungen.txt'));
  // The translation of another article: everything here is a guess.
  const { unsure } = await call('align.addTranslation', translation(read('sq-putin-kim-vladivostok.en.txt')));
  const doubtful = (await units()).filter(
    ({ alignment }) => alignment !== null && alignment < UNSURE_ALIGNMENT,
  );
  expect(unsure).toBe(doubtful.length);
  expect(unsure).toBeGreaterThan(5);
});

test('undo brings the old units back, with what was written in them, also after a restart; redo the pairs', async () => {
  const { call, translation, units, article, window, db } = await imported(
    'Eins kam an. Zwei ging weg.',
    'de',
  );
  const [first] = await units();
  await call('review.save', { unit: first!.id, target: 'Written by hand.', visit: 'v' });
  const before = await units();
  await call('align.addTranslation', translation('One arrived. Two left.'));
  const aligned = await units();
  expect(aligned.map(({ target }) => target)).toEqual(['One arrived.', 'Two left.']);
  expect(window.events.map(({ event }) => event)).toContain('article.recut');

  const again = calling(await inProcess(db));
  expect(await again('review.undo', { article })).toMatchObject({
    isRecut: true,
    history: { redo: expect.any(String) },
  });
  expect((await again('review.open', { article })).units).toMatchObject(
    before.map(({ id, target, state }) => ({ id, target, state })),
  );
  await again('review.redo', { article });
  expect((await again('review.open', { article })).units.map(({ id }) => id)).toEqual(
    aligned.map(({ id }) => id),
  );
});

test('a paragraph that the translation leaves out keeps its own language', async () => {
  const quotation =
    'We counted every single bus that was left in the city after the storm, said the chief of the police to the reporters.';
  const { call, translation, units } = await imported(
    `${read('de-engere-beziehungen.txt').trim()}\n\n${quotation}\n`,
  );
  await call('align.addTranslation', translation(read('de-engere-beziehungen.en.txt')));
  expect((await units()).at(-1)).toMatchObject({
    source: quotation,
    language: 'en',
    target: quotation,
    state: 'draft',
  });
});

test('an addition that is emptied waits for no translation', async () => {
  const { call, translation, units, article } = await imported(read('sl-nova-ruska-ljubezen.txt'));
  const addition = 'Our readers in the north sent 1,234 letters; the editors thank every one of them for it.';
  await call('align.addTranslation', translation(`${read('sl-nova-ruska-ljubezen.en.txt')}\n\n${addition}`));
  const added = (await units()).find(({ source }) => source === '')!;
  await call('review.save', { unit: added.id, target: '', visit: 'v' });
  expect((await call('library.get', { article })).counts.untranslated).toBe(0);
});

test('what is written while the aligner works is not replaced behind the editor’s back', async () => {
  const { call, translation, units, window } = await imported('Eins kam an. Zwei ging weg.', 'de');
  const [first] = await units();
  const aligning = window.answer('align.addTranslation', translation('One arrived. Two left.'));
  await call('review.save', { unit: first!.id, target: 'Written meanwhile.', visit: 'v' });
  expect(await aligning).toMatchObject({ ok: false, error: { code: 'article.changed' } });
  expect((await units())[0]).toMatchObject({ id: first!.id, target: 'Written meanwhile.' });
});

test.each<[string, string | Uint8Array, string]>([
  ['a text in another language', read('sq-putin-kim-vladivostok.txt'), 'translation.language'],
  ['an empty file', ' \n', 'file.empty'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'file.binary'],
])('%s in place of a translation is refused by name and changes nothing', async (_, content, code) => {
  const { translation, units, window } = await imported('Eins kam an. Zwei ging weg.', 'de');
  const before = await units();
  expect(await window.answer('align.addTranslation', translation(content))).toMatchObject({
    ok: false,
    error: { code, message: expect.stringContaining('english.txt') },
  });
  expect(await units()).toEqual(before);
});
