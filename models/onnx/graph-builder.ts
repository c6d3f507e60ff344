/** A graph being built, operation by operation: each call names its result, which the next ones take. */
import { DataType, type Attribute, type Graph, type Node, type Tensor, type ValueInfo } from './model.ts';

export class GraphBuilder {
  readonly #prefix: string;
  #nodes: Node[] = [];
  readonly #initializers: Map<string, Tensor>;
  readonly #inputs: ValueInfo[] = [];
  readonly #outputs: ValueInfo[] = [];

  /**
   * @param prefix begins every name that is made here, so that graphs can be joined
   * @param initializers shared by the branches of an `If` and the graph around it
   */
  constructor(prefix: string, initializers = new Map<string, Tensor>()) {
    this.#prefix = prefix;
    this.#initializers = initializers;
  }

  /** Adds an operation with one result; returns the result's name. */
  add(type: string, inputs: readonly string[], attributes: readonly Attribute[] = []): string {
    return this.addMany(type, inputs, 1, attributes)[0] ?? '';
  }

  /** Adds an operation with several results; returns their names. */
  addMany(
    type: string,
    inputs: readonly string[],
    results: number,
    attributes: readonly Attribute[] = [],
  ): string[] {
    const name = `${this.#prefix}${type}_${this.#nodes.length}`;
    const outputs = Array.from({ length: results }, (_, index) => `${name}_${index}`);
    this.#nodes.push({ type, domain: '', name, inputs, outputs, attributes });
    return outputs;
  }

  /** Gives a value the name that it is to have outside: where it is made here, that is its only name. */
  rename(value: string, name: string): void {
    const renamed = (names: readonly string[]): string[] => names.map((one) => (one === value ? name : one));
    if (this.#nodes.some(({ outputs }) => outputs.includes(value))) {
      this.#nodes = this.#nodes.map((node) => ({
        ...node,
        inputs: renamed(node.inputs),
        outputs: renamed(node.outputs),
      }));
      return;
    }
    const identity = { type: 'Identity', domain: '', name: `${this.#prefix}as ${name}`, attributes: [] };
    this.#nodes.push({ ...identity, inputs: [value], outputs: [name] });
  }

  /** A weight or constant, kept once under its name. */
  constant(name: string, type: number, dims: readonly number[], data: ArrayBufferView): string {
    if (!this.#initializers.has(name)) {
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      this.#initializers.set(name, { name, type, dims, data: bytes });
    }
    return name;
  }

  /** A row of integers, as shapes and axes are given. */
  integers(...values: number[]): string {
    const name = `integers_${values.join('_').replaceAll('-', 'minus')}`;
    return this.constant(name, DataType.int64, [values.length], BigInt64Array.from(values, BigInt));
  }

  /** A single number. */
  scalar(value: number): string {
    const name = `scalar_${String(value).replaceAll(/[^\w]/gu, '_')}`;
    return this.constant(name, DataType.float, [], Float32Array.of(value));
  }

  /** Takes a node as it is. */
  node(node: Node): void {
    this.#nodes.push(node);
  }

  input(value: ValueInfo): string {
    this.#inputs.push(value);
    return value.name;
  }

  output(value: ValueInfo): void {
    this.#outputs.push(value);
  }

  /** @param withInitializers false for a branch, whose weights belong to the graph around it */
  graph(name: string, withInitializers = true): Graph {
    return {
      name,
      nodes: this.#nodes,
      initializers: withInitializers ? [...this.#initializers.values()] : [],
      inputs: this.#inputs,
      outputs: this.#outputs,
    };
  }
}
