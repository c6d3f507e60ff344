import { expect, test } from 'vitest';
import { explain } from '../../../../electron/cli/commands/untranslatable.ts';
import type { Article } from '../../../../electron/contract.ts';

const failure = (title: string, code: string, message: string) => ({
  article: { title } as Article,
  error: { code, message },
});
const noModel = (title: string, language: string) =>
  failure(title, 'model.none', `No model translates “${title}” from ${language}. Get it.`);

test('what several articles wait for is said once, with their titles', () => {
  expect(
    explain([
      noModel('A', 'Polish'),
      noModel('B', 'German'),
      noModel('C & $&', 'Polish'),
      noModel('D', 'Polish'),
    ]),
  ).toEqual([
    'No model translates “A”, “C & $&”, and “D” from Polish. Get it.',
    'No model translates “B” from German. Get it.',
  ]);
});

test('titles go before a message that names none, and only some of very many', () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    failure(`T${index}`, 'model.language', 'Mini does not translate from French.'),
  );
  expect(explain(many)).toEqual([
    '“T0”, “T1”, “T2”, “T3”, “T4”, “T5”, “T6”, “T7”, and 12 others: Mini does not translate from French.',
  ]);
});

test('any other failure stays as it is, once', () => {
  const unknown = (title: string) => failure(title, 'model.unknown', 'No model "x" is installed.');
  expect(explain([unknown('A'), unknown('B')])).toEqual(['No model "x" is installed.']);
});
