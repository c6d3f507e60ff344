/** The layers of a Marian network, in the operators and the quantisation that exports of Opus-MT have. */
import type { GraphBuilder } from '../../../models/onnx/graph-builder.ts';
import { DataType } from '../../../models/onnx/model.ts';
import { attribute, floatAttribute } from '../../../models/onnx/write.ts';
import { Random } from './random.ts';
import type { Shape } from './shape.ts';

/** Weights keep to seven bits: with eight the products would saturate on processors without VNNI. */
const MOST = 63;
/** Largest weight at a width of 512, so that a layer keeps about the size of what goes through it. */
const LARGEST = 0.08;

export class Layers {
  readonly graph: GraphBuilder;
  readonly shape: Shape;
  readonly #quantised = new Map<string, string[]>();

  constructor(graph: GraphBuilder, shape: Shape) {
    this.graph = graph;
    this.shape = shape;
  }

  /** `x · W + b`: the input quantised as it comes, the weights beforehand, a scale a column. */
  linear(x: string, name: string, from: number, to: number, bias = true): string {
    const { graph } = this;
    let quantised = this.#quantised.get(x);
    if (!quantised) {
      quantised = graph.addMany('DynamicQuantizeLinear', [x], 3);
      this.#quantised.set(x, quantised);
    }
    const [values = '', scale = '', zero = ''] = quantised;
    const weights = this.#weights(name, from, to);
    const product = graph.add('MatMulInteger', [values, weights.values, zero, weights.zero]);
    const exact = graph.add('Cast', [product], [attribute('to', DataType.float)]);
    const scaled = graph.add('Mul', [exact, graph.add('Mul', [scale, weights.scale])]);
    return bias ? graph.add('Add', [scaled, this.#floats(`${name}.bias`, to, this.#largest())]) : scaled;
  }

  norm(x: string, name: string): string {
    const { width } = this.shape;
    const ones = new Float32Array(width).fill(1);
    return this.graph.add(
      'LayerNormalization',
      [
        x,
        this.graph.constant(`${name}.scale`, DataType.float, [width], ones),
        this.graph.constant(`${name}.bias`, DataType.float, [width], new Float32Array(width)),
      ],
      [attribute('axis', -1), floatAttribute('epsilon', 1e-5)],
    );
  }

  /** Residual connection and norm, as Marian has them: after the layer. */
  addAndNorm(x: string, layer: string, name: string): string {
    return this.norm(this.graph.add('Add', [x, layer]), name);
  }

  feedForward(x: string, name: string): string {
    const { width, inner } = this.shape;
    const hidden = this.linear(x, `${name}.fc1`, width, inner);
    const swish = this.graph.add('Mul', [hidden, this.graph.add('Sigmoid', [hidden])]);
    return this.linear(swish, `${name}.fc2`, inner, width);
  }

  /** `[rows, length, width]` to `[rows, heads, length, width / heads]`. @param rowsOf a value that tells the number of rows */
  split(x: string, rowsOf?: string): string {
    const { graph } = this;
    const { heads, width } = this.shape;
    const rows =
      rowsOf === undefined
        ? graph.integers(0)
        : graph.add('Slice', [graph.add('Shape', [rowsOf]), graph.integers(0), graph.integers(1)]);
    const rest = graph.integers(-1, heads, width / heads);
    const dims = graph.add('Concat', [rows, rest], [attribute('axis', 0)]);
    const apart = graph.add('Reshape', [x, dims]);
    return this.graph.add('Transpose', [apart], [attribute('perm', [0, 2, 1, 3])]);
  }

  projected(x: string, name: string, rowsOf?: string): string {
    const { width } = this.shape;
    return this.split(this.linear(x, name, width, width), rowsOf);
  }

  attention(queries: string, keys: string, values: string, mask: string | null, name: string): string {
    const { graph, shape } = this;
    const scaled = graph.add('Mul', [queries, graph.scalar((shape.width / shape.heads) ** -0.5)]);
    const turned = graph.add('Transpose', [keys], [attribute('perm', [0, 1, 3, 2])]);
    const scores = graph.add('MatMul', [scaled, turned]);
    const masked = mask === null ? scores : graph.add('Add', [scores, mask]);
    const weights = graph.add('Softmax', [masked], [attribute('axis', -1)]);
    const heads = graph.add(
      'Transpose',
      [graph.add('MatMul', [weights, values])],
      [attribute('perm', [0, 2, 1, 3])],
    );
    const joined = graph.add('Reshape', [heads, graph.integers(0, -1, shape.width)]);
    return this.linear(joined, `${name}.out`, shape.width, shape.width);
  }

  /** What must not be attended to, as a number to add to the scores: `[rows, 1, 1, length]` from `[rows, length]`. */
  paddingMask(mask: string): string {
    const { graph } = this;
    const wide = graph.add('Unsqueeze', [mask, graph.integers(1, 2)]);
    const present = graph.add('Cast', [wide], [attribute('to', DataType.float)]);
    return graph.add('Mul', [graph.add('Sub', [graph.scalar(1), present]), graph.scalar(-1e9)]);
  }

  /** The output layer's weights, `[width, vocabulary]`, which the embedding shares. */
  head(): { values: string; scale: string; zero: string } {
    return this.#weights('head', this.shape.width, this.shape.vocabulary);
  }

  #weights(name: string, from: number, to: number): { values: string; scale: string; zero: string } {
    const random = new Random(hash(name) ^ this.shape.seed);
    const made = (what: string, type: number, dims: number[], data: () => ArrayBufferView): string =>
      this.graph.constant(`${name}.${what}`, type, dims, data());
    return {
      values: made('weights', DataType.int8, [from, to], () => random.int8s(from * to, MOST)),
      scale: made('scale', DataType.float, [to], () => new Float32Array(to).fill(this.#largest() / MOST)),
      zero: made('zero', DataType.int8, [to], () => new Int8Array(to)),
    };
  }

  #largest(): number {
    return LARGEST * Math.sqrt(512 / this.shape.width);
  }

  #floats(name: string, count: number, most: number): string {
    const values = new Random(hash(name) ^ this.shape.seed).floats(count, most);
    return this.graph.constant(name, DataType.float, [count], values);
  }
}

/** So that a weight is the same whichever graph it is made for. */
const hash = (text: string): number =>
  Array.from(text).reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
