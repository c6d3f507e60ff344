import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { likeliest } from '../../../support/likeliest.ts';
import { unmerge } from '../../../../models/translation/unmerge.ts';

const path = join(
  import.meta.dirname,
  '../../../../models/mini/weights/onnx/decoder_model_merged_quantized.onnx',
);
const file = readFileSync(path);
const PAD = 706;
const [rows, length, width, heads] = [2, 5, 96, 4];

const hidden = new Tensor(
  'float32',
  Float32Array.from({ length: rows * length * width }, (_, index) => Math.sin(index)),
  [rows, length, width],
);
const mask = new Tensor('int64', BigInt64Array.from([1, 1, 1, 1, 1, 1, 1, 1, 0, 0], BigInt), [rows, length]);
const empty = () => new Tensor('float32', new Float32Array(0), [rows, heads, 0, width / heads]);
const ids = (...tokens: number[]) => new Tensor('int64', BigInt64Array.from(tokens, BigInt), [rows, 1]);
const numbers = (tensor: Tensor | undefined): number[] =>
  Array.from(tensor!.data as ArrayLike<number>, Number);

/** The graphs refer to the weights in the file; ONNX Runtime is told where that lies. */
const beside = (model: Uint8Array) =>
  InferenceSession.create(model, {
    extra: { session: { model_external_initializers_file_folder_path: dirname(path) } },
  });

test('the parts give what the merged decoder gives, at the first step and the next', async () => {
  const merged = await InferenceSession.create(path);
  const parts = unmerge(file, path, [PAD])!;
  const [source, step] = [await beside(parts.source), await beside(parts.step)];
  const feeds: Record<string, Tensor> = { encoder_hidden_states: hidden, encoder_attention_mask: mask };

  const whole: Record<string, Tensor> = { ...feeds };
  for (const name of merged.inputNames) if (name.startsWith('past')) whole[name] = empty();
  const own: Record<string, Tensor> = { encoder_attention_mask: mask };
  for (const name of step.inputNames) if (name.includes('.decoder.')) own[name] = empty();
  const memory = await source.run({ encoder_hidden_states: hidden });
  for (const [name, tensor] of Object.entries(memory))
    own[name.replace('present', 'past_key_values')] = tensor;

  let tokens = [PAD, PAD];
  for (const isFirst of [true, false, false]) {
    const a = await merged.run({
      ...whole,
      input_ids: ids(...tokens),
      use_cache_branch: new Tensor('bool', [!isFirst], [1]),
    });
    const b = await step.run({
      ...own,
      input_ids: ids(...tokens),
      width: new Tensor('int64', BigInt64Array.of(3n), [1]),
    });
    const expected = likeliest(Float32Array.from(numbers(a['logits'])), rows, 3, [PAD]);
    expect(numbers(b['token_ids'])).toEqual([...expected.tokens]);
    numbers(b['best_log_prob']).forEach((value, row) => {
      expect(value).toBeCloseTo(expected.logProbs[row * 3]!, 4);
    });
    for (const name of step.outputNames.filter((output) => output.startsWith('present'))) {
      expect({ [name]: numbers(b[name]) }).toEqual({ [name]: numbers(a[name]) });
      own[name.replace('present', 'past_key_values')] = b[name]!;
    }
    for (const [name, tensor] of Object.entries(a)) {
      if (name === 'logits' || (!isFirst && name.includes('.encoder.'))) continue;
      whole[name.replace('present', 'past_key_values')] = tensor;
    }
    tokens = [expected.tokens[0]!, expected.tokens[3]!];
  }
});

test('the weights stay in the file', () => {
  const { source, step } = unmerge(file, path, [])!;
  expect(source.length + step.length).toBeLessThan(file.length / 5);
});

test('a network that is no merged decoder is not taken for one', () => {
  const encoder = path.replace('decoder_model_merged', 'encoder_model');
  expect(unmerge(readFileSync(encoder), encoder, [])).toBeNull();
});
