/**
 * ONNX models as data (onnx.proto, IR version 8): as much of them as is needed to take a graph apart, put another together
 * and write it. What nobody here looks into (attributes, types) stays the bytes that it was.
 */

/** `TensorProto.DataType`. */
export const DataType = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9 } as const;

/** A weight or constant. */
export interface Tensor {
  name: string;
  /** A `DataType`; others are carried along. */
  type: number;
  dims: readonly number[];
  /** Little-endian, C order. */
  data: Uint8Array;
  /** Where the bytes lie, when they are not to be written into the model itself: weights then need not be copied. */
  external?: { file: string; offset: number };
}

export interface Attribute {
  name: string;
  /** The whole `AttributeProto`. */
  encoded: Uint8Array;
}

/** An operation. Values are known by their names; an empty input name is an input left out. */
export interface Node {
  type: string;
  /** Empty for the standard operators. */
  domain: string;
  name: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: readonly Attribute[];
}

/** An input or output of a graph. */
export interface ValueInfo {
  name: string;
  /** The `TypeProto`. */
  type: Uint8Array;
}

export interface Graph {
  name: string;
  nodes: readonly Node[];
  initializers: readonly Tensor[];
  inputs: readonly ValueInfo[];
  outputs: readonly ValueInfo[];
}

export interface Model {
  graph: Graph;
  /** Version of each operator set, by its domain. */
  opsets: ReadonlyMap<string, number>;
  irVersion: number;
}
