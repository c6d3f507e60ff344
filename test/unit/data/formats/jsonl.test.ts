import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonl } from '../../../../data/formats/jsonl.ts';
import { anyUnit, article, provenance, unit } from './example.ts';

const written = (...articles: Parameters<typeof article>[]) =>
  [
    ...jsonl.write(
      articles.map((each) => article(...each)),
      provenance,
    ),
  ].join('');

test('a line says everything about its unit', () => {
  const file = written([
    [unit({ state: 'edited', sentences: 2, draft: { model: 'm', text: 'Kim was alone.' } })],
  ]);
  expect(JSON.parse(file)).toEqual({
    schema: 'bitext-workbench/unit/1',
    id: 'a1-u5',
    unit: 5,
    position: 0,
    paragraph: 0,
    kind: 'paragraph',
    sentences: 2,
    state: 'edited',
    source_language: 'sl',
    target_language: 'en',
    source: 'Kim je bil izoliran.',
    target: 'Kim was isolated.',
    alignment: null,
    draft: { model: 'm', text: 'Kim was alone.' },
    changed_at: '2026-11-22T08:15:30.000Z',
    article: {
      id: 1,
      title: 'Nova ruska ljubezen',
      name: 'sl-nova-ruska-ljubezen.txt',
      origin: 'sample',
      date: '2024-06',
      imported_at: '2026-11-22T07:00:00.000Z',
    },
    exported: { tool: 'Bitext Workbench', version: '0.1.0', at: '2026-11-22T09:30:00.123Z' },
  });
});

test('what is not known is null, never left out', () => {
  expect(JSON.parse(written([[unit()], { date: null }]))).toMatchObject({
    sentences: null,
    draft: null,
    article: { date: null },
  });
});

test('one line a unit, and reading it back gives the same, whatever the texts hold', () => {
  fc.assert(
    fc.property(fc.array(anyUnit, { maxLength: 4 }), (units) => {
      const lines = written([units])
        .split(/[\n\u0085\u2028\u2029]/)
        .slice(0, -1);
      const back = lines.map((line) => {
        const {
          unit: id,
          position,
          paragraph,
          kind,
          sentences,
          state,
          source,
          target,
          draft,
          changed_at,
        } = JSON.parse(line);
        const read = { id, position, paragraph, kind, state, source, target, draft, changedAt: changed_at };
        return sentences === null ? read : { ...read, sentences };
      });
      expect(back).toEqual(units);
    }),
  );
});
