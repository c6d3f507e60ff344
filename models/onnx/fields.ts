/** The numbers of the fields that are read or written, by message (onnx.proto). */
export const ModelField = { irVersion: 1, producer: 2, graph: 7, opset: 8 } as const;
export const OpsetField = { domain: 1, version: 2 } as const;
export const GraphField = { node: 1, name: 2, initializer: 5, input: 11, output: 12 } as const;
export const NodeField = { input: 1, output: 2, name: 3, type: 4, attribute: 5, domain: 7 } as const;
export const AttributeField = { name: 1, float: 2, int: 3, tensor: 5, graph: 6, ints: 8, type: 20 } as const;
export const TensorField = {
  dims: 1,
  type: 2,
  floats: 4,
  int32s: 5,
  int64s: 7,
  name: 8,
  raw: 9,
  external: 13,
  location: 14,
} as const;
export const EntryField = { key: 1, value: 2 } as const;
export const ValueField = { name: 1, type: 2 } as const;
export const TypeField = { tensor: 1 } as const;
export const TensorTypeField = { element: 1, shape: 2 } as const;
export const ShapeField = { dim: 1 } as const;
export const DimField = { value: 1, name: 2 } as const;

/** `AttributeProto.AttributeType` */
export const AttributeType = { float: 1, int: 2, tensor: 4, graph: 5, ints: 7 } as const;
