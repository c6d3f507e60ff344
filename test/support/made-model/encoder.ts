import { GraphBuilder } from '../../../models/onnx/graph-builder.ts';
import { DataType, type Model } from '../../../models/onnx/model.ts';
import { tensorValue } from '../../../models/onnx/write.ts';
import { embedded } from './embedding.ts';
import { Layers } from './layers.ts';
import { made } from './model.ts';
import type { Shape } from './shape.ts';

/** `input_ids`, `attention_mask` → `last_hidden_state`. */
export function encoder(shape: Shape): Model {
  const graph = new GraphBuilder('e_');
  const layers = new Layers(graph, shape);
  const ids = graph.input(tensorValue('input_ids', DataType.int64, ['rows', 'length']));
  const given = graph.input(tensorValue('attention_mask', DataType.int64, ['rows', 'length']));
  const mask = layers.paddingMask(given);
  let x = embedded(layers, ids, graph.integers(0));
  for (let layer = 0; layer < shape.encoderLayers; layer++) {
    const name = `encoder.${layer}`;
    const [queries = '', keys = '', values = ''] = ['q', 'k', 'v'].map((part) =>
      layers.projected(x, `${name}.${part}`),
    );
    x = layers.addAndNorm(x, layers.attention(queries, keys, values, mask, name), `${name}.norm1`);
    x = layers.addAndNorm(x, layers.feedForward(x, name), `${name}.norm2`);
  }
  graph.rename(x, 'last_hidden_state');
  graph.output(tensorValue('last_hidden_state', DataType.float, ['rows', 'length', shape.width]));
  return made(graph.graph('encoder'));
}
