/**
 * The decoder of a Marian model as Optimum exports it for Transformers.js: "merged", the way without and the way with a
 * memory of past steps as the two branches of one `If`.
 */
import { GraphBuilder } from '../../../models/onnx/graph-builder.ts';
import { DataType, type Graph, type Model, type Tensor } from '../../../models/onnx/model.ts';
import { attribute, tensorValue } from '../../../models/onnx/write.ts';
import { embedded } from './embedding.ts';
import { Layers } from './layers.ts';
import { Random } from './random.ts';
import { made } from './model.ts';
import { END, padOf, type Shape } from './shape.ts';

const FLOAT = DataType.float;

/** How much longer than its source a translation becomes, in tokens: random weights would never end one. */
const LONGER = 2;

/**
 * `input_ids`, `encoder_attention_mask`, `encoder_hidden_states`, `past_key_values.…`, `use_cache_branch` → `logits`, `present.…`.
 * Translations end when they are `LONGER` than their source.
 */
export function mergedDecoder(shape: Shape): Model {
  const weights = new Map<string, Tensor>();
  const first = branch(shape, weights, false);
  const next = branch(shape, weights, true);
  const graph = new GraphBuilder('m_', weights);
  const { width, heads, vocabulary } = shape;
  graph.input(tensorValue('encoder_attention_mask', DataType.int64, ['rows', 'source']));
  graph.input(tensorValue('input_ids', DataType.int64, ['rows', 'length']));
  graph.input(tensorValue('encoder_hidden_states', FLOAT, ['rows', 'source', width]));
  for (const name of memory('past_key_values', shape)) {
    const length = name.includes('.decoder.') ? 'past' : 'past_source';
    graph.input(tensorValue(name, FLOAT, ['rows', heads, length, width / heads]));
  }
  graph.input(tensorValue('use_cache_branch', DataType.bool, [1]));
  const outputs = ['logits', ...memory('present', shape)];
  graph.node({
    type: 'If',
    domain: '',
    name: 'optimum::if',
    inputs: ['use_cache_branch'],
    outputs,
    attributes: [attribute('then_branch', next), attribute('else_branch', first)],
  });
  for (const name of outputs) {
    const dims = name === 'logits' ? ['rows', 'length', vocabulary] : ['rows', heads, name, width / heads];
    graph.output(tensorValue(name, FLOAT, dims));
  }
  return made(graph.graph('decoder'));
}

/** The names of the memory, in the order of the exports. */
export const memory = (prefix: string, { decoderLayers }: Shape): string[] =>
  Array.from({ length: decoderLayers }, (_, layer) =>
    ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'].map(
      (part) => `${prefix}.${layer}.${part}`,
    ),
  ).flat();

function branch(shape: Shape, weights: Map<string, Tensor>, hasPast: boolean): Graph {
  const prefix = hasPast ? 'with_past_' : 'no_past_';
  const graph = new GraphBuilder(prefix, weights);
  const layers = new Layers(graph, shape);
  const start = hasPast
    ? graph.add('Slice', [
        graph.add('Shape', ['past_key_values.0.decoder.key']),
        graph.integers(2),
        graph.integers(3),
      ])
    : graph.integers(0);
  const mask = layers.paddingMask('encoder_attention_mask');
  const present: string[] = [];
  let x = embedded(layers, 'input_ids', start);
  for (let layer = 0; layer < shape.decoderLayers; layer++) {
    const name = `decoder.${layer}`;
    const past = memory('past_key_values', shape).slice(4 * layer, 4 * layer + 4);
    const own = ['k', 'v'].map((part, index) => {
      const now = layers.projected(x, `${name}.${part}`);
      return hasPast ? graph.add('Concat', [past[index] ?? '', now], [attribute('axis', 2)]) : now;
    });
    const queries = layers.projected(x, `${name}.q`);
    // One token at a time, so that none could look at a later one.
    const self = layers.attention(queries, own[0] ?? '', own[1] ?? '', null, name);
    x = layers.addAndNorm(x, self, `${name}.norm1`);
    const source = hasPast
      ? past.slice(2)
      : ['k', 'v'].map((part) =>
          layers.projected(
            'encoder_hidden_states',
            `${name}.source.${part}`,
            shape.hasTracedShapes ? x : undefined,
          ),
        );
    const asked = layers.projected(x, `${name}.source.q`);
    const looked = layers.attention(asked, source[0] ?? '', source[1] ?? '', mask, `${name}.source`);
    x = layers.addAndNorm(x, looked, `${name}.norm2`);
    x = layers.addAndNorm(x, layers.feedForward(x, name), `${name}.norm3`);
    present.push(...own, ...(hasPast ? [placeholder(graph, shape), placeholder(graph, shape)] : source));
  }
  const results = [logits(layers, wandering(layers, x, start), start), ...present];
  ['logits', ...memory('present', shape)].forEach((name, index) => {
    // Exports name the results of both branches as the whole one's.
    graph.rename(results[index] ?? '', name);
    graph.output({ name, type: new Uint8Array(0) });
  });
  return graph.graph(hasPast ? 'with_past' : 'no_past', false);
}

/** What the branch with a memory gives in the place of the source's keys and values, which stay as they were. */
const placeholder = (graph: GraphBuilder, { heads, width }: Shape): string =>
  graph.constant('placeholder', FLOAT, [0, heads, 1, width / heads], new Float32Array(0));

/** Another direction at every position: left alone, random weights say the same few words for ever. */
function wandering(layers: Layers, x: string, start: string): string {
  const { graph, shape } = layers;
  const table = new Random(shape.seed).floats(shape.positions * shape.width, shape.wandering ?? 3);
  const directions = graph.constant('wandering', FLOAT, [shape.positions, shape.width], table);
  const next = graph.add('Add', [start, graph.integers(1)]);
  return graph.add('Add', [x, graph.add('Slice', [directions, start, next, graph.integers(0)])]);
}

function logits(layers: Layers, x: string, position: string): string {
  const { graph, shape } = layers;
  const scores = layers.linear(x, 'head', shape.width, shape.vocabulary, false);
  // The padding piece is never likely; the end mark only when the translation is long enough, and then surely.
  const bias = new Float32Array(shape.vocabulary);
  bias[padOf(shape)] = -1e9;
  bias[END] = -1e4;
  const atEnd = new Float32Array(shape.vocabulary);
  atEnd[END] = 1;
  const lengths = graph.add(
    'ReduceSum',
    ['encoder_attention_mask', graph.integers(1)],
    [attribute('keepdims', 1)],
  );
  const isOver = graph.add('GreaterOrEqual', [position, graph.add('Add', [lengths, graph.integers(LONGER)])]);
  const over = graph.add('Mul', [graph.add('Cast', [isOver], [attribute('to', FLOAT)]), graph.scalar(2e4)]);
  const ending = graph.add('Mul', [
    graph.add('Unsqueeze', [over, graph.integers(-1)]),
    graph.constant('head.at_end', FLOAT, [shape.vocabulary], atEnd),
  ]);
  const biased = graph.add('Add', [graph.constant('head.bias', FLOAT, [shape.vocabulary], bias), ending]);
  return graph.add('Add', [scores, biased]);
}
