/** The networks of an encoder–decoder model on ONNX Runtime: encoder, and decoder with its memory of past steps. */
import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { InputError } from '../errors.ts';
import type { Candidates, Decoder } from './decoder.ts';
import { Memory } from './memory.ts';
import { openSessions } from './sessions.ts';
import type { Sessions } from './wiring.ts';

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
  readonly #name: string;
  readonly #sessions: Sessions;
  readonly #start: number;

  private constructor(name: string, sessions: Sessions, start: number) {
    this.#name = name;
    this.#sessions = sessions;
    this.#start = start;
  }

  /**
   * Loads the networks.
   *
   * @param name the model's name, for the messages
   * @param start the token that the decoder starts with
   * @param suppressed tokens that are never produced
   * @throws InputError as `openSessions`
   */
  static async open(
    name: string,
    files: { encoder: string; decoder: string },
    { start, suppressed }: { start: number; suppressed: readonly number[] },
    threads?: number,
  ): Promise<Network> {
    return new Network(name, await openSessions(name, files, suppressed, threads), start);
  }

  /** Encodes a batch; what comes back decodes it. */
  async encode(source: PaddedRows): Promise<Decoder> {
    const { encoder, source: remember, step } = this.#sessions;
    const dims = [source.rows, source.length];
    const mask = new Tensor('int64', source.mask, dims);
    const input = new Tensor('int64', source.tokens, dims);
    const { last_hidden_state: hidden } = await encoder.run({ input_ids: input, attention_mask: mask });
    if (!hidden) throw new Error('the encoder gave no last_hidden_state');
    // Some exports entangle the source's keys and values with the first token; it does not change them.
    const start = new BigInt64Array(source.rows).fill(BigInt(this.#start));
    const offered: Record<string, Tensor> = {
      encoder_hidden_states: hidden,
      encoder_attention_mask: mask,
      input_ids: new Tensor('int64', start, [source.rows, 1]),
    };
    const taken = remember.inputNames.flatMap((name) => {
      const tensor = offered[name];
      return tensor ? [[name, tensor] as const] : [];
    });
    const memory = await remember.run(Object.fromEntries(taken));
    return new RememberingDecoder(this.#name, step, mask, memory);
  }

  async close(): Promise<void> {
    const { encoder, source, step } = this.#sessions;
    await Promise.all([encoder, source, step].map((session) => session.release()));
  }
}

/** A batch in the decoder: the mask of its source, and the memory. */
class RememberingDecoder implements Decoder {
  readonly #name: string;
  readonly #session: InferenceSession;
  readonly #memory: Memory;
  #mask: Tensor;

  constructor(
    name: string,
    session: InferenceSession,
    mask: Tensor,
    source: InferenceSession.OnnxValueMapType,
  ) {
    this.#name = name;
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
    const outputs = await this.#session.run(inputs, fetches);
    this.#memory.advance();
    return candidates(this.#name, outputs, width);
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

/**
 * A token's log-probability from the best one's: what lies between their raw scores lies between them.
 * @throws InputError `model.damaged` when the network yields no numbers
 */
function candidates(
  name: string,
  { token_ids: ids, token_scores: scores, best_log_prob: best }: InferenceSession.OnnxValueMapType,
  width: number,
): Candidates {
  if (!(ids?.data instanceof BigInt64Array)) throw new Error('the decoder gave no tokens');
  if (!(scores?.data instanceof Float32Array)) throw new Error('the decoder gave no scores');
  if (!(best?.data instanceof Float32Array)) throw new Error('the decoder gave no log-probability');
  if (!best.data.every(Number.isFinite)) throw noNumbers(name);
  const raw = scores.data;
  const bestOf = best.data;
  const logProbs = raw.map((score, index) => {
    const row = Math.floor(index / width);
    return (bestOf[row] ?? NaN) - ((raw[row * width] ?? NaN) - score);
  });
  return { tokens: Int32Array.from(ids.data, Number), logProbs };
}

const noNumbers = (name: string): InputError =>
  new InputError(
    'model.damaged',
    `The weights of the model ${name} are damaged: its network yields no numbers. Remove the model and install it again.`,
  );
