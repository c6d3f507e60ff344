import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tsv } from '../../../../data/formats/tsv.ts';
import { anyString, anyUnit, article, provenance, unit } from './example.ts';

const written = (...articles: Parameters<typeof article>[]) =>
  [
    ...tsv.write(
      articles.map((each) => article(...each)),
      provenance,
    ),
  ].join('');

/** Reads the file back as its documentation says. */
function read(file: string): Record<string, string>[] {
  const restored: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  const [head = [], ...rows] = file
    .replace(/\n$/, '')
    .split('\n')
    .map((line) =>
      line.split('\t').map((cell) => cell.replace(/\\(.)/g, (_, code: string) => restored[code] ?? '?')),
    );
  return rows.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])));
}

test('a header row, then one unit a line', () => {
  expect(written([[unit(), unit({ id: 6, state: 'untranslated', target: '', kind: 'link' })]])).toBe(
    'article\ttitle\tunit\tparagraph\tkind\tstate\tsource_language\ttarget_language\tsource\ttarget\tchanged_at\n' +
      '1\tNova ruska ljubezen\t5\t0\tparagraph\tapproved\tsl\ten\tKim je bil izoliran.\tKim was isolated.\t2026-11-22T08:15:30.000Z\n' +
      '1\tNova ruska ljubezen\t6\t0\tlink\tuntranslated\tsl\ten\tKim je bil izoliran.\t\t2026-11-22T08:15:30.000Z\n',
  );
});

test('tabs, line ends and backslashes in text are escaped', () => {
  expect(written([[unit({ target: 'a\tb\r\nc\\n "d"' })]])).toContain('\ta\\tb\\r\\nc\\\\n "d"\t');
});

test('reading it back gives the same texts, whatever they hold', () => {
  fc.assert(
    fc.property(anyUnit, anyString, (any, title) => {
      const rows = read(written([[any, unit()], { title }]));
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatchObject({
        title: title.toWellFormed(),
        source: any.source,
        target: any.target,
        state: any.state,
      });
    }),
  );
});
