/** Reads ONNX files into the types of `model.ts`. Weights are views into the file's bytes. */
import {
  AttributeField,
  EntryField,
  GraphField,
  ModelField,
  NodeField,
  OpsetField,
  TensorField,
  ValueField,
} from './fields.ts';
import {
  DataType,
  type Attribute,
  type Graph,
  type Model,
  type Node,
  type Tensor,
  type ValueInfo,
} from './model.ts';
import { fields } from './wire.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Some exports keep their weights in a second file, which nobody here reads. */
export class ExternalWeightsError extends Error {
  /** As the model names it. */
  readonly file: string;

  constructor(file: string) {
    super(`the weights lie in another file (${file})`);
    this.name = 'ExternalWeightsError';
    this.file = file;
  }
}

/** No network has so many operations, or weights; a damaged or hostile file could claim millions and exhaust the memory. */
const MOST_PARTS = 1_000_000;

/**
 * @throws RangeError when the bytes are no ONNX model
 * @throws ExternalWeightsError
 */
export function readModel(file: Uint8Array): Model {
  let graph: Graph | null = null;
  const opsets = new Map<string, number>();
  let irVersion = 0;
  for (const { number, varint, bytes } of fields(file)) {
    if (number === ModelField.graph) graph = readGraph(bytes);
    if (number === ModelField.irVersion) irVersion = Number(varint);
    if (number === ModelField.opset) {
      const [domain, version] = readOpset(bytes);
      opsets.set(domain, version);
    }
  }
  if (!graph) throw new RangeError('the file holds no graph');
  return { graph, opsets, irVersion };
}

function readOpset(message: Uint8Array): [domain: string, version: number] {
  let domain = '';
  let version = 0;
  for (const { number, varint, bytes } of fields(message)) {
    if (number === OpsetField.domain) domain = text(bytes);
    if (number === OpsetField.version) version = Number(varint);
  }
  return [domain === 'ai.onnx' ? '' : domain, version];
}

function readGraph(message: Uint8Array): Graph {
  let name = '';
  const nodes: Node[] = [];
  const initializers: Tensor[] = [];
  const inputs: ValueInfo[] = [];
  const outputs: ValueInfo[] = [];
  let parts = 0;
  for (const { number, bytes } of fields(message)) {
    if (++parts > MOST_PARTS) throw new RangeError(`the graph has more than ${MOST_PARTS} parts`);
    if (number === GraphField.name) name = text(bytes);
    if (number === GraphField.node) nodes.push(readNode(bytes));
    if (number === GraphField.initializer) initializers.push(readTensor(bytes));
    if (number === GraphField.input) inputs.push(readValue(bytes));
    if (number === GraphField.output) outputs.push(readValue(bytes));
  }
  return { name, nodes, initializers, inputs, outputs };
}

function readNode(message: Uint8Array): Node {
  const node = { type: '', domain: '', name: '' };
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: Attribute[] = [];
  for (const { number, bytes } of fields(message)) {
    if (number === NodeField.type) node.type = text(bytes);
    if (number === NodeField.domain) node.domain = text(bytes);
    if (number === NodeField.name) node.name = text(bytes);
    if (number === NodeField.input) inputs.push(text(bytes));
    if (number === NodeField.output) outputs.push(text(bytes));
    if (number === NodeField.attribute) attributes.push(readAttribute(bytes));
  }
  return { ...node, inputs, outputs, attributes };
}

function readAttribute(message: Uint8Array): Attribute {
  let name = '';
  for (const { number, bytes } of fields(message)) if (number === AttributeField.name) name = text(bytes);
  return { name, encoded: message };
}

/** The graph that an attribute (a branch of an `If`) holds, or null. */
export function graphIn(attribute: Attribute): Graph | null {
  for (const { number, bytes } of fields(attribute.encoded)) {
    if (number === AttributeField.graph) return readGraph(bytes);
  }
  return null;
}

function readValue(message: Uint8Array): ValueInfo {
  let name = '';
  let type = new Uint8Array(0);
  for (const { number, bytes } of fields(message)) {
    if (number === ValueField.name) name = text(bytes);
    if (number === ValueField.type) type = Uint8Array.from(bytes);
  }
  return { name, type };
}

function readTensor(message: Uint8Array): Tensor {
  const tensor = { name: '', type: 0 };
  const dims: number[] = [];
  let raw: Uint8Array | null = null;
  const numbers: bigint[] = [];
  const floats: Uint8Array[] = [];
  let external: string | null = null;
  for (const field of fields(message)) {
    const { number, varint, bytes } = field;
    if (number === TensorField.name) tensor.name = text(bytes);
    if (number === TensorField.type) tensor.type = Number(varint);
    if (number === TensorField.raw) raw = bytes;
    if (number === TensorField.dims) dims.push(...integers(field).map(Number));
    if (number === TensorField.int32s || number === TensorField.int64s) numbers.push(...integers(field));
    if (number === TensorField.floats) floats.push(bytes);
    if (number === TensorField.external) external = readLocation(bytes) ?? external;
  }
  if (external !== null) throw new ExternalWeightsError(external);
  return { ...tensor, dims, data: raw ?? Buffer.concat([...floats, fromNumbers(tensor.type, numbers)]) };
}

/** The file in which the weights of a tensor lie, if this entry of its `external_data` is the one that tells it. */
function readLocation(message: Uint8Array): string | null {
  let key = '';
  let value = '';
  for (const { number, bytes } of fields(message)) {
    if (number === EntryField.key) key = text(bytes);
    if (number === EntryField.value) value = text(bytes);
  }
  return key === 'location' ? value : null;
}

/** One integer, or a packed row of them. */
function integers({ varint, bytes }: { varint: bigint | null; bytes: Uint8Array }): bigint[] {
  if (varint !== null) return [BigInt.asIntN(64, varint)];
  const values: bigint[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    values.push(BigInt.asIntN(64, value));
    value = 0n;
    shift = 0n;
  }
  return values;
}

/** The same numbers as little-endian bytes, as wide as the type is. */
function fromNumbers(type: number, numbers: readonly bigint[]): Uint8Array {
  switch (type) {
    case DataType.int64:
      return new Uint8Array(BigInt64Array.from(numbers).buffer);
    case DataType.int32:
      return new Uint8Array(Int32Array.from(numbers, Number).buffer);
    default:
      return Uint8Array.from(numbers, (value) => Number(value & 0xffn));
  }
}
