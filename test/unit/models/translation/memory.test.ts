import { Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { Memory } from '../../../../models/translation/memory.ts';

const NAME = 'past_key_values.0.encoder.key';

/** The source's part of the memory of two sentences, one number each. */
function remembered() {
  const source = new Tensor('float32', Float32Array.of(1, 2), [2, 1, 1, 1]);
  const memory = new Memory({ inputMetadata: [] }, { 'present.0.encoder.key': source }, 2);
  return { memory, source: () => memory.inputs()[NAME]! };
}

test('each row keeps the source of its sentence, in whatever order', () => {
  const { memory, source } = remembered();
  memory.keep([0, 0, 1]);
  expect([...(source().data as Float32Array)]).toEqual([1, 1, 2]);
  memory.keep([2, 1]);
  expect([...(source().data as Float32Array)]).toEqual([2, 1]);
  memory.keep([1, 0]);
  expect([...(source().data as Float32Array)]).toEqual([1, 2]);
});

test('where rows change places within their sentence, nothing of the source is copied', () => {
  const { memory, source } = remembered();
  memory.keep([0, 0, 1, 1]);
  const before = source();
  memory.keep([1, 0, 3, 3]);
  expect(source()).toBe(before);
  memory.keep([1, 0, 3]);
  expect([...(source().data as Float32Array)]).toEqual([1, 1, 2]);
});
