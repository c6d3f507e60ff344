import { expect, test } from 'vitest';
import { articleTable } from '../../../../electron/cli/commands/list.ts';
import type { Article } from '../../../../electron/contract.ts';

const article = (id: number, given: Partial<Article>): Article => ({
  id,
  title: 'Sturm in Wien',
  name: 'sturm.txt',
  origin: 'file',
  language: 'de',
  confidence: 1,
  languageChosen: false,
  languageGroup: [],
  date: null,
  importedAt: '2026-11-24T09:00:00.000Z',
  words: 40,
  counts: { untranslated: 0, draft: 12, edited: 3, approved: 4 },
  readiness: { status: 'ready', model: 'mini' },
  job: null,
  ...given,
});

const articles = [
  article(11, { date: '2024-06' }),
  article(2, {
    language: null,
    title: 'Kim',
    counts: { untranslated: 22, draft: 0, edited: 0, approved: 0 },
  }),
];

test('a program gets tabs, no header and no empty cell', () => {
  expect(articleTable(articles, false)).toBe(
    '11\tde\t2024-06\t0\t12\t3\t4\tSturm in Wien\n2\tund\t-\t22\t0\t0\t0\tKim\n',
  );
  expect(articleTable([], false)).toBe('');
});

test('a reader gets named columns, one below the other', () => {
  expect(articleTable(articles, true)).toBe(
    [
      'id  language  date     untranslated  draft  edited  approved  title',
      '11  de        2024-06  0             12     3       4         Sturm in Wien',
      '2   und       -        22            0      0       0         Kim',
      '',
    ].join('\n'),
  );
  expect(articleTable([], true)).toBe('The library is empty.\n');
});
