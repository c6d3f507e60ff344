/** Writes ONNX models: the reverse of `read.ts`, and the only place that knows how each message is laid out. */
import {
  AttributeField,
  AttributeType,
  DimField,
  EntryField,
  GraphField,
  ModelField,
  NodeField,
  OpsetField,
  ShapeField,
  TensorField,
  TensorTypeField,
  TypeField,
  ValueField,
} from './fields.ts';
import type { Attribute, Graph, Model, Node, Tensor, ValueInfo } from './model.ts';
import { MessageWriter } from './wire.ts';

/** The file of a model. Weights that lie elsewhere (`Tensor.external`) are referred to, not copied. */
export function writeModel({ graph, opsets, irVersion }: Model): Uint8Array {
  const model = new MessageWriter()
    .varint(ModelField.irVersion, irVersion)
    .string(ModelField.producer, 'bitext');
  model.bytes(ModelField.graph, writeGraph(graph));
  for (const [domain, version] of opsets) {
    const opset = new MessageWriter().string(OpsetField.domain, domain).varint(OpsetField.version, version);
    model.message(ModelField.opset, opset);
  }
  return model.finish();
}

function writeGraph(graph: Graph): Uint8Array {
  const message = new MessageWriter();
  for (const node of graph.nodes) message.message(GraphField.node, writeNode(node));
  message.string(GraphField.name, graph.name);
  for (const tensor of graph.initializers) message.message(GraphField.initializer, writeTensor(tensor));
  for (const value of graph.inputs) message.message(GraphField.input, writeValue(value));
  for (const value of graph.outputs) message.message(GraphField.output, writeValue(value));
  return message.finish();
}

function writeNode(node: Node): MessageWriter {
  const message = new MessageWriter()
    .strings(NodeField.input, node.inputs)
    .strings(NodeField.output, node.outputs)
    .string(NodeField.name, node.name)
    .string(NodeField.type, node.type)
    .string(NodeField.domain, node.domain);
  for (const { encoded } of node.attributes) message.bytes(NodeField.attribute, encoded);
  return message;
}

function writeTensor({ name, type, dims, data, external }: Tensor): MessageWriter {
  const message = new MessageWriter();
  for (const dim of dims) message.varint(TensorField.dims, dim);
  message.varint(TensorField.type, type).string(TensorField.name, name);
  if (!external) return message.bytes(TensorField.raw, data);
  const place = { location: external.file, offset: external.offset, length: data.length };
  for (const [key, value] of Object.entries(place)) {
    const entry = new MessageWriter().string(EntryField.key, key).string(EntryField.value, String(value));
    message.message(TensorField.external, entry);
  }
  return message.varint(TensorField.location, 1);
}

const writeValue = ({ name, type }: ValueInfo): MessageWriter =>
  new MessageWriter().string(ValueField.name, name).bytes(ValueField.type, type);

/** The description of an input or output: a name stands for a size that is known only when the model runs. */
export function tensorValue(name: string, element: number, dims: readonly (number | string)[]): ValueInfo {
  const shape = new MessageWriter();
  for (const dim of dims) {
    const size = new MessageWriter();
    if (typeof dim === 'number') size.varint(DimField.value, dim);
    else size.string(DimField.name, dim);
    shape.message(ShapeField.dim, size);
  }
  const tensor = new MessageWriter()
    .varint(TensorTypeField.element, element)
    .message(TensorTypeField.shape, shape);
  return { name, type: new MessageWriter().message(TypeField.tensor, tensor).finish() };
}

/** An attribute of an operation. Numbers are integers here: the one float attribute in use is written by `floatAttribute`. */
export function attribute(name: string, value: number | readonly number[] | Graph | Tensor): Attribute {
  const message = new MessageWriter().string(AttributeField.name, name);
  if (typeof value === 'number') {
    message.varint(AttributeField.int, value).varint(AttributeField.type, AttributeType.int);
  } else if ('nodes' in value) {
    message.bytes(AttributeField.graph, writeGraph(value)).varint(AttributeField.type, AttributeType.graph);
  } else if ('data' in value) {
    message
      .message(AttributeField.tensor, writeTensor(value))
      .varint(AttributeField.type, AttributeType.tensor);
  } else {
    for (const one of value) message.varint(AttributeField.ints, one);
    message.varint(AttributeField.type, AttributeType.ints);
  }
  return { name, encoded: message.finish() };
}

export function floatAttribute(name: string, value: number): Attribute {
  const message = new MessageWriter().string(AttributeField.name, name).float(AttributeField.float, value);
  return { name, encoded: message.varint(AttributeField.type, AttributeType.float).finish() };
}
