import { expect, test } from 'vitest';
import { dominantScript } from '../../../../models/identification/script.ts';

test.each([
  ['Latn', 'Dober dan vsem, Вашингтон'],
  ['Cyrl', 'Добър ден, Bob'],
  ['Hans', '北京 2008'],
  ['Hans', '用 Windows 系统工作的人'],
  ['Jpan', '東京の天気'],
  ['Kore', '大韓民國 정부'],
  ['Khmr', 'ភាសា'],
  ['Zyyy', 'ᚠᚢᚦᚨᚱᚲ'],
  [null, '1234 … 😀'],
])('%s: %s', (script, text) => {
  expect(dominantScript(text)).toBe(script);
});
