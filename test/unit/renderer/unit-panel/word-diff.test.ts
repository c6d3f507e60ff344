import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDiff } from '../../../../renderer/unit-panel/word-diff.ts';

test('a changed word is shown as taken out and put in, the rest as it was', () => {
  expect(wordDiff('The police counted 15 bridges.', 'The police counted fifteen bridges.')).toEqual([
    { kind: 'same', text: 'The police counted ' },
    { kind: 'removed', text: '15' },
    { kind: 'added', text: 'fifteen' },
    { kind: 'same', text: ' bridges.' },
  ]);
});

test('equal texts have no difference, empty ones no parts', () => {
  expect(wordDiff('Same.', 'Same.')).toEqual([{ kind: 'same', text: 'Same.' }]);
  expect(wordDiff('', '')).toEqual([]);
});

test('whatever the texts, the parts give both back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('a', 'b', ' ', '.', 'če', '’'), { maxLength: 40 })
      .map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test('a text of any length answers', () => {
  const long = Array.from({ length: 5000 }, (_, n) => `word${n}`).join(' ');
  const parts = wordDiff(`a ${long} z`, `b ${long.replaceAll('word', 'wort')} y`);
  expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
