/**
 * Forced decoding: how likely a model finds a translation that was not its own. The decoder is given the whole translation at once
 * and asked, at every place, how likely it would have taken the token that stands there.
 */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelConfig } from '../../models/translation/config.ts';
import { checkModelFiles } from '../../models/translation/files.ts';
import { Pieces } from '../../models/translation/pieces.ts';

/** Natural log-probabilities over the tokens of a translation, end mark included. */
export interface ForcedScore {
  tokens: number;
  meanLogProb: number;
  minLogProb: number;
}

export class ForcedDecoder {
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;
  readonly #pieces: Pieces;
  readonly #config: ModelConfig;

  private constructor(
    encoder: InferenceSession,
    decoder: InferenceSession,
    pieces: Pieces,
    config: ModelConfig,
  ) {
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.#pieces = pieces;
    this.#config = config;
  }

  /** @param folder of a Marian model in the layout of Transformers.js whose languages share one vocabulary */
  static async open(folder: string): Promise<ForcedDecoder> {
    const { encoder, decoder, config } = checkModelFiles(folder, folder);
    const options = { intraOpNumThreads: 1, logSeverityLevel: 3 } as const;
    return new ForcedDecoder(
      await InferenceSession.create(encoder, options),
      await InferenceSession.create(decoder, options),
      await Pieces.open({ folder, name: folder }, config.end),
      config,
    );
  }

  /** The log-probabilities that the model gives `target` as a translation of `source`. */
  async score(source: string, target: string): Promise<ForcedScore> {
    const { start, end, suppressed } = this.#config;
    const from = [...this.#pieces.encode(source), end];
    const to = [...this.#pieces.encode(target), end];
    const mask = integers(from.map(() => 1));
    const { last_hidden_state: hidden } = await this.#encoder.run({
      input_ids: integers(from),
      attention_mask: mask,
    });
    if (hidden === undefined) throw new Error('the encoder gave no last_hidden_state');
    const { logits } = await this.#decoder.run({
      ...this.#emptyPast(),
      input_ids: integers([start, ...to.slice(0, -1)]),
      encoder_attention_mask: mask,
      encoder_hidden_states: hidden,
      use_cache_branch: new Tensor('bool', [false], [1]),
    });
    if (!(logits?.data instanceof Float32Array)) throw new Error('the decoder gave no logits');
    const logProbs = logProbsOf(logits.data, to, new Set(suppressed));
    return {
      tokens: to.length - 1,
      meanLogProb: logProbs.reduce((sum, value) => sum + value, 0) / logProbs.length,
      minLogProb: Math.min(...logProbs),
    };
  }

  async close(): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }

  /** The decoder's memory of past steps, of which there are none: tensors of length 0. */
  #emptyPast(): Record<string, Tensor> {
    const past = this.#decoder.inputMetadata.flatMap((input) => {
      if (!input.isTensor || !input.name.startsWith('past_key_values.')) return [];
      const [, heads, , width] = input.shape;
      const dims = [1, Number(heads), 0, Number(width)];
      return [[input.name, new Tensor('float32', new Float32Array(0), dims)] as const];
    });
    return Object.fromEntries(past);
  }
}

const integers = (values: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

/** Log softmax of the wanted token at each place, over all tokens but the suppressed. */
function logProbsOf(
  logits: Float32Array,
  wanted: readonly number[],
  suppressed: ReadonlySet<number>,
): number[] {
  const vocabulary = logits.length / wanted.length;
  return wanted.map((token, place) => {
    const own = logits.subarray(place * vocabulary, (place + 1) * vocabulary);
    let top = -Infinity;
    own.forEach((logit, id) => {
      if (!suppressed.has(id) && logit > top) top = logit;
    });
    let sum = 0;
    own.forEach((logit, id) => {
      if (!suppressed.has(id)) sum += Math.exp(logit - top);
    });
    return (own[token] ?? -Infinity) - top - Math.log(sum);
  });
}
