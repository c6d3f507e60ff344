import { expect, test } from 'vitest';
import type { Article } from '../../../../electron/contract.ts';
import { between, progress, shelves } from '../../../../renderer/library/grouping.ts';

const article = (id: number, origin: Article['origin']) => ({ id, origin }) as Article;

test('the editor’s own articles stand first; a shelf with nothing on it is not there', () => {
  const groups = shelves([article(1, 'sample'), article(2, 'file'), article(3, 'paste')]);
  expect(groups.map(({ title, articles }) => [title, articles.map(({ id }) => id)])).toEqual([
    ['Your articles', [2, 3]],
    ['Samples', [1]],
  ]);
});

test('a range goes either way and takes both ends', () => {
  expect(between([4, 2, 9, 7], 2, 7)).toEqual([2, 9, 7]);
  expect(between([4, 2, 9, 7], 7, 2)).toEqual([2, 9, 7]);
  expect(between([4, 2], 9, 2)).toEqual([2]);
});

test('progress is said in a few words', () => {
  const counts = { untranslated: 0, draft: 0, edited: 0, approved: 0 };
  const ready = { status: 'ready', model: 'm' } as const;
  expect(progress({ counts: { ...counts, approved: 3 }, readiness: ready })).toBe('All 3 approved');
  expect(progress({ counts: { ...counts, untranslated: 3 }, readiness: ready })).toBe('3 untranslated');
  expect(progress({ counts: { ...counts, draft: 2, approved: 1 }, readiness: ready })).toBe('1/3 approved');
  expect(progress({ counts, readiness: { status: 'already-english' } })).toBe('Already in English');
});
