import { expect, test } from 'vitest';
import { direction } from '../../../../data/formats/direction.ts';

test.each([
  ['sl', 'ltr'],
  ['sq', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-AF', 'rtl'],
  ['yi', 'rtl'],
  ['ckb', 'rtl'],
  ['ku', 'ltr'],
  ['ku-Arab', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['und', 'auto'],
  ['und-Hebr', 'rtl'],
  ['not a tag', 'auto'],
])('%s runs %s', (language, expected) => {
  expect(direction(language)).toBe(expected);
});
