import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readModel } from '../../../../models/onnx/read.ts';
import { writeModel } from '../../../../models/onnx/write.ts';
import { Network, paddedRows } from '../../../../models/translation/network.ts';
import { makeModel } from '../../../support/made-model/make.ts';
import { padOf, type Shape } from '../../../support/made-model/shape.ts';

const shape: Shape = {
  width: 32,
  heads: 2,
  inner: 64,
  encoderLayers: 1,
  decoderLayers: 2,
  vocabulary: 120,
  positions: 64,
  seed: 7,
};
const folder = mkdtempSync(join(tmpdir(), 'bitext-network-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opened(
  name: string,
  extra: Partial<Shape> = {},
  change: (decoder: string) => void = () => {},
): Promise<Network> {
  const model = join(folder, name);
  makeModel(model, { ...shape, ...extra });
  const files = {
    encoder: join(model, 'onnx/encoder_model_quantized.onnx'),
    decoder: join(model, 'onnx/decoder_model_merged_quantized.onnx'),
  };
  change(files.decoder);
  return Network.open(name, files, { start: padOf(shape), suppressed: [padOf(shape)] }, 1);
}

const source = paddedRows(
  [
    [5, 9, 14, 0],
    [7, 0],
    [22, 8, 0],
  ],
  padOf(shape),
);

/** The likeliest tokens of a few steps, row after row. */
async function said(
  network: Network,
  steps: number,
  keep?: { at: number; rows: number[] },
): Promise<number[][]> {
  const decoder = await network.encode(source);
  let tokens = [0, 0, 0].map(() => padOf(shape));
  const all: number[][] = [];
  for (let step = 0; step < steps; step++) {
    if (keep?.at === step) {
      decoder.keep(keep.rows);
      tokens = keep.rows.map((row) => tokens[row]!);
    }
    tokens = [...(await decoder.step(tokens, 1)).tokens];
    all.push(tokens);
  }
  return all;
}

test('rows that are kept go on as if nothing had happened, twice if they are named twice', async () => {
  const network = await opened('kept');
  const undisturbed = await said(network, 40);
  const kept = await said(network, 40, { at: 3, rows: [2, 0, 2] });
  await network.close();
  expect(kept.slice(0, 3)).toEqual(undisturbed.slice(0, 3));
  expect(kept.slice(3)).toEqual(undisturbed.slice(3).map((tokens) => [2, 0, 2].map((row) => tokens[row])));
});

test('an export whose source hangs on the first token says the same', async () => {
  const [plain, traced] = [await opened('plain'), await opened('traced', { hasTracedShapes: true })];
  expect(await said(traced, 10)).toEqual(await said(plain, 10));
  await Promise.all([plain.close(), traced.close()]);
});

test('the likeliest few come with falling log-probabilities that add up to less than one', async () => {
  const network = await opened('few');
  const { tokens, logProbs } = await (await network.encode(source)).step([padOf(shape), 3, 4], 5);
  await network.close();
  expect(tokens).toHaveLength(15);
  expect(tokens).not.toContain(padOf(shape));
  for (const row of [0, 1, 2]) {
    const own = Array.from(logProbs.subarray(row * 5, row * 5 + 5));
    expect(own).toEqual(own.toSorted((a, b) => b - a));
    expect(own.reduce((sum, value) => sum + Math.exp(value), 0)).toBeLessThan(1);
  }
});

test.each([1, shape.vocabulary])(
  'a network that yields %i NaN is reported as damaged, by its name',
  async (count) => {
    const network = await opened(`nan-${count}`, {}, (decoder) => {
      const model = readModel(readFileSync(decoder));
      const biases = new Float32Array(shape.vocabulary).fill(NaN, shape.vocabulary - count);
      const initializers = model.graph.initializers.map((tensor) =>
        tensor.name === 'head.bias' ? { ...tensor, data: new Uint8Array(biases.buffer) } : tensor,
      );
      writeFileSync(decoder, writeModel({ ...model, graph: { ...model.graph, initializers } }));
    });
    await expect(said(network, 1)).rejects.toMatchObject({
      code: 'model.damaged',
      message: expect.stringContaining(`nan-${count} are damaged`),
    });
    await network.close();
  },
);
