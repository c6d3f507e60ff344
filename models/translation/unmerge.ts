/**
 * The "merged" decoder of an export for Transformers.js, taken apart.
 *
 * The file holds two networks as branches of one `If`: without a memory, for the first token, and with one, for all others. Run
 * as it is, each step hands out the scores of the whole vocabulary, and both branches keep their weights in memory. Here each
 * becomes a graph of its own with the same operations, and finds the likeliest tokens itself: the same numbers, sooner.
 * The weights stay where they are, in the file: the graphs refer to them.
 */
import { basename } from 'node:path';
import { GraphBuilder } from '../onnx/graph-builder.ts';
import { DataType, type Graph, type Node, type Tensor, type ValueInfo } from '../onnx/model.ts';
import { prune } from '../onnx/prune.ts';
import { graphIn, readModel } from '../onnx/read.ts';
import { attribute, tensorValue, writeModel } from '../onnx/write.ts';

/** Two ONNX models that do together what the merged one does. */
export interface UnmergedDecoder {
  /**
   * From the encoded source to its keys and values in every layer (`present.*.encoder.*`), once a batch. It may ask for more of
   * what the merged one asks for: some exports take the number of rows from the first token.
   */
  source: Uint8Array;
  /** One step: with the memory so far (empty at first) to `token_ids`, `token_scores`, `best_log_prob` and the memory after it. */
  step: Uint8Array;
}

const SWITCH = 'use_cache_branch';
const LOGITS = 'logits';

/** Smaller constants are written into the graph: shapes must be known to ONNX Runtime when it prepares the graph. */
const LEAST_EXTERNAL_BYTES = 1024;

/**
 * Takes a merged decoder apart.
 *
 * @param file the whole file; weights are referred to by their place in it
 * @param path where it lies
 * @param suppressed tokens that are never produced
 * @returns null when the file is no merged decoder of the known form: then it has to be run as it is
 */
export function unmerge(
  file: Uint8Array,
  path: string,
  suppressed: readonly number[],
): UnmergedDecoder | null {
  const model = readModel(file);
  const choice = model.graph.nodes.find(({ type, inputs }) => type === 'If' && inputs[0] === SWITCH);
  const [next, first] = ['then_branch', 'else_branch'].map((name) => {
    const found = choice?.attributes.find((candidate) => candidate.name === name);
    return found ? graphIn(found) : null;
  });
  const memory = model.graph.outputs.filter(({ name }) => name.startsWith('present.'));
  const isSource = ({ name }: ValueInfo): boolean => name.includes('.encoder.');
  const isKnown = choice?.outputs.includes(LOGITS) && memory.some(isSource);
  if (!choice || !next || !first || !isKnown) return null;
  const source = prune(inlined(model.graph, choice, first), memory.filter(isSource));
  const whole = inlined(model.graph, choice, next);
  const step = prune(withCandidates(whole, model.opsets.get('') ?? 0, suppressed), [
    ...candidateOutputs,
    ...memory.filter((value) => !isSource(value)),
  ]);
  const written = (graph: Graph): Uint8Array => writeModel({ ...model, graph: referring(graph, file, path) });
  return { source: written(source), step: written(step) };
}

/** The graph with the `If` replaced by one of its branches. */
function inlined(graph: Graph, choice: Node, branch: Graph): Graph {
  const renamed = branch.outputs.flatMap(({ name }, index): Node[] => {
    const output = choice.outputs[index] ?? '';
    if (name === output) return [];
    const identity = { type: 'Identity', domain: '', name: `as ${output}`, attributes: [] };
    return [{ ...identity, inputs: [name], outputs: [output] }];
  });
  return {
    ...graph,
    nodes: graph.nodes.flatMap((node) => (node === choice ? [...branch.nodes, ...renamed] : [node])),
    initializers: [...graph.initializers, ...branch.initializers],
  };
}

const candidateOutputs: readonly ValueInfo[] = [
  tensorValue('token_ids', DataType.int64, ['rows', 1, 'width']),
  tensorValue('token_scores', DataType.float, ['rows', 1, 'width']),
  tensorValue('best_log_prob', DataType.float, ['rows', 1, 1]),
];

/** Adds what finds the `width` likeliest tokens: of equals the first. */
function withCandidates(graph: Graph, opset: number, suppressed: readonly number[]): Graph {
  const head = new GraphBuilder('candidates_');
  const scores = suppressed.length === 0 ? LOGITS : head.add('Add', [LOGITS, never(head, suppressed)]);
  const width = head.input(tensorValue('width', DataType.int64, [1]));
  const [best = '', ids = ''] = head.addMany('TopK', [scores, width], 2);
  // ONNX Runtime's ReduceLogSumExp takes eight times as long.
  const logProbs = head.add('LogSoftmax', [scores], [attribute('axis', -1)]);
  const keep = attribute('keepdims', 1);
  // The axes became an input in version 18.
  const highest =
    opset < 18
      ? head.add('ReduceMax', [logProbs], [attribute('axes', [-1]), keep])
      : head.add('ReduceMax', [logProbs, head.integers(-1)], [keep]);
  [ids, best, highest].forEach((value, index) => head.rename(value, candidateOutputs[index]?.name ?? ''));
  const added = head.graph('candidates');
  return {
    ...graph,
    nodes: [...graph.nodes, ...added.nodes],
    initializers: [...graph.initializers, ...added.initializers],
    inputs: [...graph.inputs, ...added.inputs],
  };
}

/** What to add to the scores: nothing, but for what is suppressed. Its length, the vocabulary, is told by the scores. */
function never(head: GraphBuilder, suppressed: readonly number[]): string {
  const count = suppressed.length;
  const shape = head.add('Slice', [head.add('Shape', [LOGITS]), head.integers(2), head.integers(3)]);
  const ids = head.constant('suppressed', DataType.int64, [count], BigInt64Array.from(suppressed, BigInt));
  const infinity = new Float32Array(count).fill(-Infinity);
  return head.add('ScatterElements', [
    head.add('ConstantOfShape', [shape]),
    ids,
    head.constant('never', DataType.float, [count], infinity),
  ]);
}

/** The graph with its big weights not in it but where they lie in the file that it was read from. */
function referring(graph: Graph, file: Uint8Array, path: string): Graph {
  const initializers = graph.initializers.map((tensor): Tensor => {
    const { data } = tensor;
    if (data.buffer !== file.buffer || data.length < LEAST_EXTERNAL_BYTES) return tensor;
    return { ...tensor, external: { file: basename(path), offset: data.byteOffset - file.byteOffset } };
  });
  return { ...graph, initializers };
}
