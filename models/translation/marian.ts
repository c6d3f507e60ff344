/** Marian models (Opus-MT) in the layout of Transformers.js: the whole way from sentences to translations. */
import type { PreTrainedTokenizer } from '@xenova/transformers';
import { batches } from './batches.ts';
import { splitAtClauses } from './clauses.ts';
import type { MarianConfig } from './config.ts';
import { checkModelFiles } from './files.ts';
import { decodeGreedily, type Decoded } from './greedy.ts';
import type { InstalledModel } from './installed.ts';
import { Network, paddedRows } from './network.ts';
import { decode, encode, openTokenizer } from './pieces.ts';
import type { LoadOptions, TranslateOptions, Translation, Translator } from './translator.ts';

const DEFAULT_BATCH = 16;

/** Batches are filled from this many times as many sentences: enough to find equals in length, near enough to keep the beginning of an article first. */
const WINDOW = 4;

/** Share of the network's positions that a source may fill: English is often longer. */
const SOURCE_SHARE = 0.78;

/** No piece is longer than this many characters on average over a text: spares tokenising what is hopelessly long. */
const CHARACTERS_PER_PIECE = 16;

/** Marian's own limit of a translation, in multiples of its source, and an allowance for the very short. */
const LENGTH_FACTOR = 3;
const LENGTH_ALLOWANCE = 16;

/** A sentence, or a part of one that was too long. */
interface Part {
  sentence: number;
  pieces: number[];
  decoded: Decoded | null;
}

export class MarianTranslator implements Translator {
  readonly #network: Network;
  readonly #tokenizer: PreTrainedTokenizer;
  readonly #config: MarianConfig;
  readonly #batch: number;

  private constructor(network: Network, tokenizer: PreTrainedTokenizer, config: MarianConfig, batch: number) {
    this.#network = network;
    this.#tokenizer = tokenizer;
    this.#config = config;
    this.#batch = batch;
  }

  /** @throws InputError `model.missing-file`, `model.damaged`, `model.unsupported` */
  static async open(model: InstalledModel, { threads, batch }: LoadOptions = {}): Promise<MarianTranslator> {
    const files = checkModelFiles(model.folder, model.name);
    const tokenizer = await openTokenizer(model.folder);
    const network = await Network.open(model.name, files, files.config, threads);
    return new MarianTranslator(network, tokenizer, files.config, batch ?? DEFAULT_BATCH);
  }

  async translate(sentences: readonly string[], options: TranslateOptions): Promise<void> {
    const window = this.#batch * WINDOW;
    for (let start = 0; start < sentences.length; start += window) {
      options.signal?.throwIfAborted();
      const parts = sentences
        .slice(start, start + window)
        .map((text, offset) => this.#parts(text, start + offset));
      for (const [offset, { length }] of parts.entries()) {
        if (length === 0) options.onResult(combined(start + offset, [], ''));
      }
      await this.#translateParts(parts.flat(), options);
    }
  }

  async close(): Promise<void> {
    await this.#network.close();
  }

  /** The tokenised parts of a sentence: one, none for white space, several for one that is too long. */
  #parts(text: string, sentence: number): Part[] {
    const longest = Math.floor(this.#config.longest * SOURCE_SHARE);
    const pieces = new Map<string, number[]>();
    const fits = (part: string): boolean => {
      if (part.length > longest * CHARACTERS_PER_PIECE) return false;
      const encoded = encode(this.#tokenizer, part, this.#config.end);
      pieces.set(part, encoded);
      return encoded.length <= longest;
    };
    return splitAtClauses(text, fits)
      .filter((part) => part.trim() !== '')
      .map((part) => ({
        sentence,
        pieces: (pieces.get(part) ?? []).slice(0, this.#config.longest),
        decoded: null,
      }));
  }

  async #translateParts(
    parts: readonly Part[],
    { signal, onResult, onStep }: TranslateOptions,
  ): Promise<void> {
    const lengths = parts.map((part) => part.pieces.length);
    for (const batch of batches(lengths, this.#batch)) {
      signal?.throwIfAborted();
      const rows = batch.flatMap((index) => parts[index] ?? []);
      const decoder = await this.#network.encode(
        paddedRows(
          rows.map((row) => row.pieces),
          this.#config.pad,
        ),
      );
      onStep?.();
      const { start, end } = this.#config;
      await decodeGreedily(
        decoder,
        rows.map(({ pieces }) => ({ source: pieces, limit: this.#limit(pieces.length) })),
        { start, end, signal, onStep },
        (index, decoded) => {
          const part = rows[index];
          if (!part) return;
          part.decoded = decoded;
          this.#deliver(part.sentence, parts, onResult);
        },
      );
    }
  }

  #limit(sourceLength: number): number {
    return Math.min(this.#config.longest - 1, LENGTH_FACTOR * sourceLength + LENGTH_ALLOWANCE);
  }

  /** Hands a sentence over once all of its parts are there. */
  #deliver(sentence: number, parts: readonly Part[], onResult: TranslateOptions['onResult']): void {
    const all = parts.filter((part) => part.sentence === sentence).map((part) => part.decoded);
    const decoded = all.filter((part) => part !== null);
    if (decoded.length < all.length) return;
    const text = decoded.map((part) => decode(this.#tokenizer, part.tokens)).join(' ');
    onResult(combined(sentence, decoded, text));
  }
}

/** One translation from the parts of a sentence: the worst of how they ended, the mean over all tokens. */
function combined(index: number, parts: readonly Decoded[], text: string): Translation {
  const logProbs = parts.flatMap((part) => part.logProbs);
  const stops = parts.map((part) => part.stop);
  return {
    index,
    text,
    tokens: parts.reduce((sum, part) => sum + part.tokens.length, 0),
    meanLogProb: logProbs.length > 0 ? logProbs.reduce((sum, value) => sum + value, 0) / logProbs.length : 0,
    minLogProb: Math.min(0, ...logProbs),
    stop: stops.includes('loop') ? 'loop' : stops.includes('length') ? 'length' : 'end',
  };
}
