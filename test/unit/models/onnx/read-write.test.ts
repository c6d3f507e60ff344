import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { GraphBuilder } from '../../../../models/onnx/graph-builder.ts';
import { DataType } from '../../../../models/onnx/model.ts';
import { prune } from '../../../../models/onnx/prune.ts';
import { ExternalWeightsError, readModel } from '../../../../models/onnx/read.ts';
import { MessageWriter } from '../../../../models/onnx/wire.ts';
import { attribute, tensorValue, writeModel } from '../../../../models/onnx/write.ts';

const mini = (name: string) => join(import.meta.dirname, '../../../../models/mini/weights/onnx', name);

/** What the encoder of the mini model makes of a few pieces. */
async function encoded(model: string | Uint8Array): Promise<number[]> {
  const session =
    typeof model === 'string' ? await InferenceSession.create(model) : await InferenceSession.create(model);
  const dims = [1, 4];
  const output = await session.run({
    input_ids: new Tensor('int64', BigInt64Array.of(12n, 40n, 7n, 0n), dims),
    attention_mask: new Tensor('int64', BigInt64Array.of(1n, 1n, 1n, 1n), dims),
  });
  return [...(output['last_hidden_state']!.data as Float32Array)];
}

test('a real model that is read and written again computes the same', async () => {
  const path = mini('encoder_model_quantized.onnx');
  const again = writeModel(readModel(readFileSync(path)));
  expect(await encoded(again)).toEqual(await encoded(path));
});

test('what was written is read back, branch and all', () => {
  const graph = new GraphBuilder('g_');
  const x = graph.input(tensorValue('x', DataType.float, ['rows', 3]));
  const branch = new GraphBuilder('b_');
  branch.rename(branch.add('Neg', [x]), 'negated');
  branch.output({ name: 'negated', type: new Uint8Array(0) });
  const inner = branch.graph('branch', false);
  graph.node({
    type: 'If',
    domain: '',
    name: 'choice',
    inputs: ['condition'],
    outputs: ['y'],
    attributes: [attribute('then_branch', inner), attribute('axes', [-1, 2]), attribute('axis', -1)],
  });
  graph.constant('weights', DataType.int8, [2, 2], Int8Array.of(1, -2, 3, -4));
  const model = { graph: graph.graph('made'), opsets: new Map([['', 17]]), irVersion: 8 };
  const read = readModel(writeModel(model));
  expect(read).toMatchObject({ opsets: model.opsets, irVersion: 8 });
  expect(read.graph.nodes).toEqual(model.graph.nodes);
  expect(read.graph.inputs).toEqual(model.graph.inputs);
  expect(read.graph.initializers).toEqual(model.graph.initializers);
});

test('pruning keeps what a result needs, be it used only inside a branch', () => {
  const graph = new GraphBuilder('g_');
  const x = graph.input(tensorValue('x', DataType.float, [1]));
  graph.input(tensorValue('unused', DataType.float, [1]));
  const used = graph.add('Neg', [x]);
  const wasted = graph.add('Exp', [x]);
  const branch = new GraphBuilder('b_');
  branch.output({ name: branch.add('Abs', [used]), type: new Uint8Array(0) });
  const choice = { type: 'If', domain: '', name: 'choice', inputs: ['condition'], outputs: ['y'] };
  graph.node({ ...choice, attributes: [attribute('then_branch', branch.graph('branch', false))] });
  const pruned = prune(graph.graph('made'), [tensorValue('y', DataType.float, [1])]);
  expect(pruned.nodes.map(({ type }) => type)).toEqual(['Neg', 'If']);
  expect(pruned.inputs.map(({ name }) => name)).toEqual(['x']);
  expect(pruned.nodes.flatMap(({ outputs }) => outputs)).not.toContain(wasted);
});

test('a file that is no model is refused', () => {
  expect(() => readModel(new TextEncoder().encode('<!doctype html>'))).toThrow(RangeError);
  expect(() => readModel(new Uint8Array(0))).toThrow(RangeError);
});

test('a graph of a million empty operations is refused, not held in memory', () => {
  const nodes = Buffer.alloc(2_000_002, Buffer.from([8 + 2, 0]));
  const model = new MessageWriter().bytes(7, nodes).finish();
  expect(() => readModel(model)).toThrow('more than 1000000 parts');
});

test('weights in another file are told by its name', () => {
  const entry = new MessageWriter().string(1, 'location').string(2, 'decoder.onnx_data');
  const tensor = new MessageWriter().string(8, 'weights').message(13, entry);
  const model = new MessageWriter().message(7, new MessageWriter().message(5, tensor)).finish();
  expect(() => readModel(model)).toThrow(new ExternalWeightsError('decoder.onnx_data'));
});
