import { expect, test } from 'vitest';
import { Catalogue, KnownModel } from '../../../../models/translation/known-model.ts';

const entry = {
  id: 'opus-mt-xx-en',
  repository: 'Somebody/opus-mt-xx-en',
  name: 'A model',
  kind: 'marian',
  source: ['sl', 'hr'],
  target: 'en',
  sizeBytes: 100_000_000,
  sizeIsApproximate: true,
  licence: 'MIT',
  licenceUrl: 'https://example.org/card',
  isNonCommercial: false,
  supported: true,
  quality: 'fair',
  figures: [
    {
      metric: 'chrF',
      testSet: 'FLORES-101 devtest',
      source: 'https://example.org/scores',
      values: { sl: 55, hr: 57 },
    },
  ],
};

test('figures are unfolded, and a model without files of its own has those of the standard layout', () => {
  const model = KnownModel.parse(entry);
  expect(model.figures.map(({ language, value }) => [language, value])).toEqual([
    ['sl', 55],
    ['hr', 57],
  ]);
  expect(model.files).toContainEqual({ path: 'config.json' });
});

test('files of its own come with their checksums', () => {
  const files = [{ path: 'model.bin', sha256: 'a'.repeat(64), sizeBytes: 12 }];
  expect(KnownModel.parse({ ...entry, files }).files).toEqual(files);
});

test.each([
  ['no licence', { licence: '' }],
  ['a licence page that is no address', { licenceUrl: 'the card' }],
  ['a non-commercial licence that nobody is asked about', { licence: 'CC-BY-NC-4.0' }],
  ['consent wanted for a free licence', { isNonCommercial: true }],
  ['a repository without its owner', { repository: 'opus-mt-xx-en' }],
  ['a revision that is a branch', { revision: 'main' }],
  ['a language in the code of another system', { source: ['sl', 'slv_Latn'] }],
  ['no language', { source: [] }],
  ['a kind that nothing here runs', { kind: 'llama' }],
  ['no size', { sizeBytes: 0 }],
  ['a field that is misspelt', { license: 'MIT' }],
  ['a figure without its source', { figures: [{ metric: 'chrF', testSet: 'FLORES', values: { sl: 55 } }] }],
  ['a figure of another language', { figures: [{ ...entry.figures[0], values: { pl: 55 } }] }],
  ['a figure on another scale', { figures: [{ ...entry.figures[0], values: { sl: 550 } }] }],
  ['a checksum cut short', { files: [{ path: 'config.json', sha256: 'abc' }] }],
])('an entry with %s is refused', (_, broken) => {
  expect(KnownModel.safeParse({ ...entry, ...broken }).success).toBe(false);
});

test('two models of one id or one repository are refused', () => {
  const other = { ...entry, id: 'other', repository: 'Somebody/other' };
  expect(Catalogue.safeParse({ models: [entry, other] }).success).toBe(true);
  expect(Catalogue.safeParse({ models: [entry, { ...other, id: entry.id }] }).success).toBe(false);
  expect(Catalogue.safeParse({ models: [entry, { ...other, repository: entry.repository }] }).success).toBe(
    false,
  );
});
