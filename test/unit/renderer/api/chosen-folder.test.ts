import { expect, test } from 'vitest';
import { topOf } from '../../../../renderer/api/chosen-folder.ts';

test.each([
  [
    '/media/stick/opus-mt-de-en/onnx/encoder.onnx',
    'opus-mt-de-en/onnx/encoder.onnx',
    '/media/stick/opus-mt-de-en',
  ],
  ['/media/stick/opus-mt-de-en/config.json', 'opus-mt-de-en/config.json', '/media/stick/opus-mt-de-en'],
  ['E:\\opus-mt-de-en\\onnx\\encoder.onnx', 'opus-mt-de-en/onnx/encoder.onnx', 'E:\\opus-mt-de-en'],
  ['/home/me/models.zip', '', '/home/me/models.zip'],
])('%s, chosen as “%s”, is in %s', (path, webkitRelativePath, top) => {
  expect(topOf(path, { webkitRelativePath })).toBe(top);
});
