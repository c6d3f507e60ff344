/** Networks that load but do not belong together, or are of another layout, are told before the first sentence. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Graph } from '../../../../models/onnx/model.ts';
import { readModel } from '../../../../models/onnx/read.ts';
import { writeModel } from '../../../../models/onnx/write.ts';
import { openSessions } from '../../../../models/translation/sessions.ts';
import { modelsFolder, putModel } from './model-folder.ts';

const ENCODER = 'onnx/encoder_model_quantized.onnx';
const DECODER = 'onnx/decoder_model_merged_quantized.onnx';

/** Opens the mini model after a change to its folder. */
function opened(change: (folder: string) => void) {
  const folder = putModel(modelsFolder(), 'made');
  change(folder);
  return openSessions('Made', { encoder: join(folder, ENCODER), decoder: join(folder, DECODER) }, [], 1);
}

const rewritten = (folder: string, file: string, change: (graph: Graph) => Graph) => {
  const model = readModel(readFileSync(join(folder, file)));
  writeFileSync(join(folder, file), writeModel({ ...model, graph: change(model.graph) }));
};

const withoutOutputs = (part: string) => (graph: Graph) => ({
  ...graph,
  outputs: graph.outputs.filter(({ name }) => !name.includes(part)),
});

test('a decoder that does not give its memory of past steps is refused: it would translate, wrongly', async () => {
  await expect(
    opened((folder) => rewritten(folder, DECODER, withoutOutputs('.decoder.'))),
  ).rejects.toMatchObject({
    code: 'model.unsupported',
    message: expect.stringContaining('takes past_key_values.0.decoder.key, which no other gives'),
  });
});

test('a decoder without keys and values of the source is no decoder of this layout', async () => {
  await expect(
    opened((folder) => rewritten(folder, DECODER, withoutOutputs('.encoder.'))),
  ).rejects.toMatchObject({ code: 'model.unsupported' });
});

test('a decoder in the place of the encoder is found out', async () => {
  await expect(
    opened((folder) => copyFileSync(join(folder, DECODER), join(folder, ENCODER))),
  ).rejects.toMatchObject({
    code: 'model.unsupported',
    message: expect.stringContaining('the encoder gives no last_hidden_state'),
  });
});

test('an encoder that asks for more than tokens and mask is refused by what it asks', async () => {
  await expect(
    opened((folder) =>
      rewritten(folder, ENCODER, (graph) => ({
        ...graph,
        inputs: [...graph.inputs, { ...graph.inputs[0]!, name: 'token_type_ids' }],
      })),
    ),
  ).rejects.toThrow('takes token_type_ids');
});

test('a decoder that is not there any more is an error of the file', async () => {
  await expect(
    openSessions(
      'Made',
      { encoder: join(putModel(modelsFolder(), 'made'), ENCODER), decoder: '/nowhere' },
      [],
    ),
  ).rejects.toMatchObject({
    code: 'model.damaged',
    message: expect.stringContaining('/nowhere cannot be read'),
  });
});
