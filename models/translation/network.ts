/** The two networks of a Marian model on ONNX Runtime: encoder, and decoder with its memory of past steps. */
import { availableParallelism } from 'node:os';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { InputError } from '../errors.ts';
import { likeliest } from './candidates.ts';
import type { Candidates, Decoder } from './decoder.ts';

/** More threads than this do not pay inside one batch of these networks. */
const MOST_THREADS = 4;

/** Source tokens of a batch, padded to the same length, and 1 where a token is, 0 where padding. */
export interface PaddedRows {
  tokens: BigInt64Array;
  mask: BigInt64Array;
  rows: number;
  length: number;
}

/** Fills up rows to the length of the longest. */
export function paddedRows(rows: readonly (readonly number[])[], pad: number): PaddedRows {
  const length = Math.max(...rows.map((row) => row.length));
  const tokens = new BigInt64Array(rows.length * length).fill(BigInt(pad));
  const mask = new BigInt64Array(rows.length * length);
  rows.forEach((row, index) => {
    row.forEach((token, position) => {
      tokens[index * length + position] = BigInt(token);
      mask[index * length + position] = 1n;
    });
  });
  return { tokens, mask, rows: rows.length, length };
}

export class MarianNetwork {
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;

  readonly #suppressed: readonly number[];

  private constructor(encoder: InferenceSession, decoder: InferenceSession, suppressed: readonly number[]) {
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.#suppressed = suppressed;
  }

  /**
   * Loads both networks.
   * @param suppressed tokens that are never produced
   * @throws InputError `model.damaged` when ONNX Runtime refuses a file, `model.unsupported` for another layout
   */
  static async open(
    name: string,
    files: { encoder: string; decoder: string },
    suppressed: readonly number[],
    threads?: number,
  ): Promise<MarianNetwork> {
    const options: InferenceSession.SessionOptions = {
      intraOpNumThreads: threads ?? Math.min(MOST_THREADS, availableParallelism()),
      // Threads that wait by spinning take the cores from the editor's window, and from each other.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
      logSeverityLevel: 3,
    };
    const encoder = await openSession(name, files.encoder, options);
    const decoder = await openSession(name, files.decoder, options);
    const inputs = new Set(decoder.inputNames);
    const expected = ['input_ids', 'encoder_attention_mask', 'encoder_hidden_states', 'use_cache_branch'];
    const lacking = expected.find((input) => !inputs.has(input));
    if (lacking) {
      throw new InputError(
        'model.unsupported',
        `The model ${name} cannot be run: its decoder has no input "${lacking}". A merged decoder in the layout of Transformers.js is needed.`,
      );
    }
    return new MarianNetwork(encoder, decoder, suppressed);
  }

  /** Encodes a batch; what comes back decodes it. */
  async encode(source: PaddedRows): Promise<Decoder> {
    const dims = [source.rows, source.length];
    const mask = new Tensor('int64', source.mask, dims);
    const input = new Tensor('int64', source.tokens, dims);
    const { last_hidden_state: hidden } = await this.#encoder.run({ input_ids: input, attention_mask: mask });
    if (!hidden) throw new Error('the encoder gave no last_hidden_state');
    return new CachedDecoder(this.#decoder, mask, hidden, this.#suppressed);
  }

  async close(): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }
}

/** A batch in the decoder: its source, and the keys and values of every layer so far. */
class CachedDecoder implements Decoder {
  readonly #session: InferenceSession;
  readonly #suppressed: readonly number[];
  #mask: Tensor;
  #hidden: Tensor;
  /** By input name (`past_key_values.…`); empty tensors before the first step. */
  #past: Record<string, Tensor>;
  #isFirst = true;

  constructor(session: InferenceSession, mask: Tensor, hidden: Tensor, suppressed: readonly number[]) {
    this.#session = session;
    this.#suppressed = suppressed;
    this.#mask = mask;
    this.#hidden = hidden;
    this.#past = emptyPast(session, mask.dims[0] ?? 0);
  }

  async step(tokens: readonly number[], width: number): Promise<Candidates> {
    const outputs = await this.#session.run({
      ...this.#past,
      input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [tokens.length, 1]),
      encoder_attention_mask: this.#mask,
      encoder_hidden_states: this.#hidden,
      use_cache_branch: new Tensor('bool', [!this.#isFirst], [1]),
    });
    for (const name of Object.keys(this.#past)) {
      // The source's keys and values come once; afterwards the network gives placeholders under their names.
      if (!this.#isFirst && name.includes('.encoder.')) continue;
      const present = outputs[name.replace('past_key_values', 'present')];
      if (!present) throw new Error(`the decoder gave no output for ${name}`);
      this.#past[name] = present;
    }
    this.#isFirst = false;
    const logits = outputs['logits'];
    if (!(logits?.data instanceof Float32Array)) throw new Error('the decoder gave no logits');
    return likeliest(logits.data, tokens.length, width, this.#suppressed);
  }

  keep(rows: readonly number[]): void {
    this.#mask = gatherRows(this.#mask, rows);
    this.#hidden = gatherRows(this.#hidden, rows);
    for (const [name, tensor] of Object.entries(this.#past)) this.#past[name] = gatherRows(tensor, rows);
  }
}

/** The memory before the first step: tensors of length 0 in the shape that the network declares. */
function emptyPast(session: InferenceSession, rows: number): Record<string, Tensor> {
  const past: Record<string, Tensor> = {};
  for (const input of session.inputMetadata) {
    if (!input.isTensor || !input.name.startsWith('past_key_values.')) continue;
    const [, heads, , width] = input.shape;
    past[input.name] = new Tensor('float32', new Float32Array(0), [rows, Number(heads), 0, Number(width)]);
  }
  return past;
}

/** The given rows (first axis) of a tensor, in this order. */
function gatherRows(tensor: Tensor, rows: readonly number[]): Tensor {
  const [, ...rest] = tensor.dims;
  const size = rest.reduce((product, dim) => product * dim, 1);
  const dims = [rows.length, ...rest];
  if (tensor.data instanceof BigInt64Array) {
    return new Tensor(
      'int64',
      copiedRows(tensor.data, new BigInt64Array(rows.length * size), rows, size),
      dims,
    );
  }
  if (tensor.data instanceof Float32Array) {
    return new Tensor(
      'float32',
      copiedRows(tensor.data, new Float32Array(rows.length * size), rows, size),
      dims,
    );
  }
  throw new Error(`cannot take rows of a tensor of type ${tensor.type}`);
}

function copiedRows<T extends BigInt64Array | Float32Array>(
  from: T,
  to: T,
  rows: readonly number[],
  size: number,
): T {
  rows.forEach((row, position) => {
    const part = from.subarray(row * size, (row + 1) * size);
    if (to instanceof BigInt64Array && part instanceof BigInt64Array) to.set(part, position * size);
    if (to instanceof Float32Array && part instanceof Float32Array) to.set(part, position * size);
  });
  return to;
}

async function openSession(
  name: string,
  path: string,
  options: InferenceSession.SessionOptions,
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(path, options);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'model.damaged',
      `The model ${name} cannot be loaded: ONNX Runtime refuses ${path} (${cause}). Remove the model and install it again.`,
      { cause: error },
    );
  }
}
