/** The mini model's networks on ONNX Runtime, used as plainly as can be: no cache, one row, everything computed anew. */
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { miniWeights } from './model-folder.ts';
import type { Next } from './reference-search.ts';

const PAD = 706;

export class MiniNetwork {
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;

  private constructor(encoder: InferenceSession, decoder: InferenceSession) {
    this.#encoder = encoder;
    this.#decoder = decoder;
  }

  static async open(): Promise<MiniNetwork> {
    const open = (file: string) =>
      InferenceSession.create(join(miniWeights, 'onnx', file), { intraOpNumThreads: 1 });
    return new MiniNetwork(
      await open('encoder_model_quantized.onnx'),
      await open('decoder_model_merged_quantized.onnx'),
    );
  }

  /** The network as a function from the tokens so far to the log-probabilities of the next, for a source. */
  async next(source: readonly number[]): Promise<Next> {
    const mask = new Tensor('int64', new BigInt64Array(source.length).fill(1n), [1, source.length]);
    const encoded = await this.#encoder.run({ input_ids: ids(source), attention_mask: mask });
    return async (tokens) => {
      const { logits } = await this.#decoder.run({
        ...this.#noPast(),
        input_ids: ids(tokens),
        encoder_attention_mask: mask,
        encoder_hidden_states: encoded['last_hidden_state']!,
        use_cache_branch: new Tensor('bool', [false], [1]),
      });
      const all = logits!.data as Float32Array;
      const last = Array.from(all.subarray(all.length - all.length / tokens.length));
      last[PAD] = -Infinity;
      const top = Math.max(...last);
      const logSum = top + Math.log(last.reduce((sum, logit) => sum + Math.exp(logit - top), 0));
      return last.map((logit) => logit - logSum);
    };
  }

  async close(): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }

  #noPast(): Record<string, Tensor> {
    const names = this.#decoder.inputNames.filter((name) => name.startsWith('past_key_values.'));
    return Object.fromEntries(
      names.map((name) => [name, new Tensor('float32', new Float32Array(0), [1, 4, 0, 24])]),
    );
  }
}

const ids = (tokens: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]);
