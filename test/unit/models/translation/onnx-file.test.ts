import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { onnxFileProblem } from '../../../../models/translation/onnx-file.ts';
import { miniWeights, modelsFolder } from './model-folder.ts';

const encoder = join(miniWeights, 'onnx/encoder_model_quantized.onnx');

function problemOf(content: string | Buffer): string | null {
  const file = join(modelsFolder(), 'model.onnx');
  writeFileSync(file, content);
  return onnxFileProblem(file);
}

test('whole models are whole', () => {
  expect(onnxFileProblem(encoder)).toBeNull();
  expect(onnxFileProblem(join(miniWeights, 'onnx/decoder_model_merged_quantized.onnx'))).toBeNull();
});

test('a file that was cut off is found, wherever', () => {
  const whole = readFileSync(encoder);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
      expect(problemOf(whole.subarray(0, length))).not.toBeNull();
    }),
  );
  expect(problemOf(whole.subarray(0, 100_000))).toContain('is cut off (100000 bytes');
});

test('what commonly lies in place of a model is named', () => {
  expect(problemOf('version https://git-lfs.github.com/spec/v1\noid sha256:0000\nsize 9\n')).toContain(
    'Git LFS pointer',
  );
  expect(problemOf('<!DOCTYPE html><html><title>Sign in</title></html>')).toContain('is a web page');
  expect(problemOf('Entry not found')).toContain('damaged');
  expect(problemOf('')).toContain('incomplete');
});

test('a file of a million tiny fields is refused at once', () => {
  const graph = Buffer.from([7 * 8 + 2, 0]);
  const opset = Buffer.from([8 * 8 + 2, 0]);
  const start = performance.now();
  expect(problemOf(Buffer.concat([graph, opset, Buffer.alloc(2_000_000, Buffer.from([8, 1]))]))).toContain(
    'not an ONNX model',
  );
  expect(performance.now() - start).toBeLessThan(1000);
});

test('arbitrary bytes are never taken for a model', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(problemOf(Buffer.from(bytes))).not.toBeNull();
    }),
  );
});
