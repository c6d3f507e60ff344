/**
 * What a decoder remembers of a batch: keys and values of every layer, for the source and for the translation so far.
 *
 * ONNX Runtime writes each step's memory straight into buffers that lie ready, two a layer in turn. Left to itself it makes new
 * ones at every step, megabytes each, which wait for the garbage collector.
 */
import { Tensor, type InferenceSession } from 'onnxruntime-node';

/** Steps that new buffers have room for; they double when these are over. */
const FIRST_STEPS = 32;

/** The input that takes a memory, by the output that gives it. */
export const pastName = (presentName: string): string => presentName.replace('present', 'past_key_values');
const presentName = (past: string): string => past.replace('past_key_values', 'present');

/** The memory of the translation in one place of the network: its buffers have the layout `[rows, heads, steps, width]`. */
interface Growing {
  name: string;
  heads: number;
  width: number;
  now: Float32Array;
  next: Float32Array;
}

export class Memory {
  #source: Record<string, Tensor>;
  readonly #own: Growing[];
  /** Which of the sentences that were encoded each row belongs to. */
  #sentences: number[];
  #rows: number;
  #steps = 0;

  /**
   * @param session the decoder
   * @param source keys and values of the source, by output name (`present.…`)
   */
  constructor(
    session: Pick<InferenceSession, 'inputMetadata'>,
    source: InferenceSession.OnnxValueMapType,
    rows: number,
  ) {
    this.#rows = rows;
    this.#sentences = Array.from({ length: rows }, (_, row) => row);
    this.#source = Object.fromEntries(
      Object.entries(source).map(([name, tensor]) => [pastName(name), tensor]),
    );
    this.#own = session.inputMetadata.flatMap((input) => {
      if (!input.isTensor || !input.name.includes('.decoder.')) return [];
      const [heads, width] = [Number(input.shape[1]), Number(input.shape[3])];
      const buffer = (): Float32Array => new Float32Array(rows * heads * FIRST_STEPS * width);
      return [{ name: input.name, heads, width, now: buffer(), next: buffer() }];
    });
  }

  /** The memory as the next step takes it. */
  inputs(): Record<string, Tensor> {
    const own = this.#own.map((part) => [part.name, this.#tensor(part, part.now, this.#steps)] as const);
    return { ...this.#source, ...Object.fromEntries(own) };
  }

  /** Where the next step writes the memory after it. */
  outputs(): Record<string, Tensor> {
    return Object.fromEntries(
      this.#own.map((part) => {
        const needed = this.#rows * part.heads * (this.#steps + 1) * part.width;
        if (part.next.length < needed) part.next = new Float32Array(2 * needed);
        return [presentName(part.name), this.#tensor(part, part.next, this.#steps + 1)];
      }),
    );
  }

  /** The step is done: what it wrote is the memory now. */
  advance(): void {
    this.#steps++;
    for (const part of this.#own) [part.now, part.next] = [part.next, part.now];
  }

  /** Goes on with these rows only, in this order; a row may be named more than once. */
  keep(rows: readonly number[]): void {
    for (const part of this.#own) {
      const size = part.heads * this.#steps * part.width;
      if (part.next.length < rows.length * size) part.next = new Float32Array(rows.length * size);
      gather(part.now, part.next, rows, size);
      [part.now, part.next] = [part.next, part.now];
    }
    this.#keepSource(rows);
    this.#rows = rows.length;
  }

  /** Beams change places within their sentence at almost every step, and its keys and values are the same for all of them. */
  #keepSource(rows: readonly number[]): void {
    const sentences = rows.map((row) => this.#sentences[row] ?? 0);
    const isAsBefore =
      rows.length === this.#rows && sentences.every((sentence, row) => sentence === this.#sentences[row]);
    this.#sentences = sentences;
    if (isAsBefore) return;
    for (const [name, tensor] of Object.entries(this.#source)) this.#source[name] = gathered(tensor, rows);
  }

  #tensor({ heads, width }: Growing, buffer: Float32Array, steps: number): Tensor {
    const dims = [this.#rows, heads, steps, width];
    return new Tensor('float32', buffer.subarray(0, this.#rows * heads * steps * width), dims);
  }
}

function gathered(tensor: Tensor, rows: readonly number[]): Tensor {
  const [, ...rest] = tensor.dims;
  const size = rest.reduce((product, dim) => product * dim, 1);
  if (!(tensor.data instanceof Float32Array)) throw new Error(`a memory of type ${tensor.type}`);
  const kept = new Float32Array(rows.length * size);
  gather(tensor.data, kept, rows, size);
  return new Tensor('float32', kept, [rows.length, ...rest]);
}

/** Copies rows of `size` numbers each, one after the other. */
function gather(from: Float32Array, to: Float32Array, rows: readonly number[], size: number): void {
  rows.forEach((row, place) => to.set(from.subarray(row * size, (row + 1) * size), place * size));
}
