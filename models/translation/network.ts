/** The networks of an encoder–decoder model on ONNX Runtime: encoder, and decoder with its memory of past steps. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { InputError } from '../errors.ts';
import type { Candidates, Decoder } from './decoder.ts';
import { Memory } from './memory.ts';
import { unmerge, type UnmergedDecoder } from './unmerge.ts';

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

export class Network {
  readonly #encoder: InferenceSession;
  /** From the encoded source to its keys and values in every layer of the decoder. */
  readonly #source: InferenceSession;
  readonly #step: InferenceSession;
  readonly #start: number;

  private constructor(
    encoder: InferenceSession,
    source: InferenceSession,
    step: InferenceSession,
    start: number,
  ) {
    this.#encoder = encoder;
    this.#source = source;
    this.#step = step;
    this.#start = start;
  }

  /**
   * Loads the networks.
   *
   * @param start the token that the decoder starts with
   * @param suppressed tokens that are never produced
   * @throws InputError `model.damaged` when ONNX Runtime refuses a file, `model.unsupported` for another layout
   */
  static async open(
    name: string,
    files: { encoder: string; decoder: string },
    { start, suppressed }: { start: number; suppressed: readonly number[] },
    threads?: number,
  ): Promise<Network> {
    const options: InferenceSession.SessionOptions = {
      intraOpNumThreads: threads ?? Math.min(MOST_THREADS, availableParallelism()),
      logSeverityLevel: 3,
    };
    const encoder = await openSession(name, files.encoder, files.encoder, options);
    const { source, step } = await unmerged(name, files.decoder, suppressed);
    return new Network(
      encoder,
      await openSession(name, files.decoder, source, options),
      await openSession(name, files.decoder, step, options),
      start,
    );
  }

  /** Encodes a batch; what comes back decodes it. */
  async encode(source: PaddedRows): Promise<Decoder> {
    const dims = [source.rows, source.length];
    const mask = new Tensor('int64', source.mask, dims);
    const input = new Tensor('int64', source.tokens, dims);
    const { last_hidden_state: hidden } = await this.#encoder.run({ input_ids: input, attention_mask: mask });
    if (!hidden) throw new Error('the encoder gave no last_hidden_state');
    // Some exports entangle the source's keys and values with the first token; it does not change them.
    const start = new BigInt64Array(source.rows).fill(BigInt(this.#start));
    const offered: Record<string, Tensor> = {
      encoder_hidden_states: hidden,
      encoder_attention_mask: mask,
      input_ids: new Tensor('int64', start, [source.rows, 1]),
    };
    const taken = this.#source.inputNames.flatMap((name) => {
      const tensor = offered[name];
      return tensor ? [[name, tensor] as const] : [];
    });
    const memory = await this.#source.run(Object.fromEntries(taken));
    return new RememberingDecoder(this.#step, mask, memory);
  }

  async close(): Promise<void> {
    await this.#encoder.release();
    await this.#source.release();
    await this.#step.release();
  }
}

/** A batch in the decoder: the mask of its source, and the memory. */
class RememberingDecoder implements Decoder {
  readonly #session: InferenceSession;
  readonly #memory: Memory;
  #mask: Tensor;

  constructor(session: InferenceSession, mask: Tensor, source: InferenceSession.OnnxValueMapType) {
    this.#session = session;
    this.#mask = mask;
    this.#memory = new Memory(session, source, mask.dims[0] ?? 0);
  }

  async step(tokens: readonly number[], width: number): Promise<Candidates> {
    const inputs = {
      ...this.#memory.inputs(),
      input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [tokens.length, 1]),
      encoder_attention_mask: this.#mask,
      width: new Tensor('int64', BigInt64Array.of(BigInt(width)), [1]),
    };
    const fetches = { token_ids: null, token_scores: null, best_log_prob: null, ...this.#memory.outputs() };
    const {
      token_ids: ids,
      token_scores: scores,
      best_log_prob: best,
    } = await this.#session.run(inputs, fetches);
    this.#memory.advance();
    return candidates(ids, scores, best, width);
  }

  keep(rows: readonly number[]): void {
    this.#mask = keptRows(this.#mask, rows);
    this.#memory.keep(rows);
  }
}

/** Those rows of a mask, in this order. */
function keptRows(mask: Tensor, rows: readonly number[]): Tensor {
  const length = mask.dims[1] ?? 0;
  if (!(mask.data instanceof BigInt64Array)) throw new Error(`a mask of type ${mask.type}`);
  const kept = new BigInt64Array(rows.length * length);
  for (const [place, row] of rows.entries()) {
    kept.set(mask.data.subarray(row * length, (row + 1) * length), place * length);
  }
  return new Tensor('int64', kept, [rows.length, length]);
}

/** A token's log-probability from the best one's: what lies between their raw scores lies between them. */
function candidates(
  ids: Tensor | undefined,
  scores: Tensor | undefined,
  best: Tensor | undefined,
  width: number,
): Candidates {
  if (!(ids?.data instanceof BigInt64Array)) throw new Error('the decoder gave no tokens');
  if (!(scores?.data instanceof Float32Array)) throw new Error('the decoder gave no scores');
  if (!(best?.data instanceof Float32Array)) throw new Error('the decoder gave no log-probability');
  if (!best.data.every(Number.isFinite)) throw noNumbers();
  const raw = scores.data;
  const bestOf = best.data;
  const logProbs = raw.map((score, index) => {
    const row = Math.floor(index / width);
    return (bestOf[row] ?? NaN) - ((raw[row * width] ?? NaN) - score);
  });
  return { tokens: Int32Array.from(ids.data, Number), logProbs };
}

const noNumbers = (): InputError =>
  new InputError(
    'model.damaged',
    'The weights of the model are damaged: its network yields no numbers. Remove the model and install it again.',
  );

/** @throws InputError `model.damaged`, `model.unsupported` */
async function unmerged(name: string, path: string, suppressed: readonly number[]): Promise<UnmergedDecoder> {
  const file = await readFile(path);
  let decoder: UnmergedDecoder | null;
  try {
    decoder = unmerge(file, path, suppressed);
  } catch (error) {
    throw refused(name, path, error);
  } finally {
    // Tens or hundreds of megabytes, given back now and not when the garbage collector comes by.
    file.buffer.transfer(0);
  }
  if (decoder) return decoder;
  throw new InputError(
    'model.unsupported',
    `The model ${name} cannot be run: ${path} is not a merged decoder in the layout of Transformers.js.`,
  );
}

/** @param model its path, or its bytes, whose weights lie beside `path` */
async function openSession(
  name: string,
  path: string,
  model: string | Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<InferenceSession> {
  const session = {
    // Threads that wait by spinning take the cores from the editor's window, and from each other.
    intra_op: { allow_spinning: '0' },
    ...(typeof model === 'string' ? {} : { model_external_initializers_file_folder_path: dirname(path) }),
  };
  try {
    // The two signatures of `create` are told apart by the type alone.
    return typeof model === 'string'
      ? await InferenceSession.create(model, { ...options, extra: { session } })
      : await InferenceSession.create(model, { ...options, extra: { session } });
  } catch (error) {
    throw refused(name, path, error);
  }
}

function refused(name: string, path: string, error: unknown): InputError {
  const cause = error instanceof Error ? error.message : String(error);
  return new InputError(
    'model.damaged',
    `The model ${name} cannot be loaded: ONNX Runtime refuses ${path} (${cause}). Remove the model and install it again.`,
    { cause: error },
  );
}
