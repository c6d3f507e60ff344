/**
 * Encoder–decoder models in the layout of Transformers.js (Marian, M2M-100, SMaLL-100, NLLB): the whole way from sentences
 * to translations.
 */
import { InputError } from '../errors.ts';
import { batches } from './batches.ts';
import { decodeByBeam } from './beam.ts';
import { joint, splitAtClauses } from './clauses.ts';
import type { ModelConfig } from './config.ts';
import type { Decoded } from './decoding.ts';
import { directionFor, type Direction } from './direction.ts';
import { checkModelFiles } from './files.ts';
import { decodeGreedily } from './greedy.ts';
import type { InstalledModel } from './installed.ts';
import { Network, paddedRows } from './network.ts';
import { Pieces } from './pieces.ts';
import {
  BATCHES_AT_ONCE,
  checkBeam,
  USUAL_BATCH,
  type LoadOptions,
  type TranslateOptions,
  type Translation,
  type Translator,
} from './translator.ts';

/** Share of the network's positions that a source may fill: English is often longer. */
const SOURCE_SHARE = 0.78;

/** No piece is longer than this many characters on average over a text: spares tokenising what is hopelessly long. */
const CHARACTERS_PER_PIECE = 16;

/** Marian's own limit of a translation, in multiples of its source, and an allowance for the very short. */
const LENGTH_FACTOR = 3;
const LENGTH_ALLOWANCE = 16;

/** Nothing to translate: white space, control and format characters, halves of surrogate pairs. */
const BLANK = /^[\p{Z}\p{C}]*$/u;

/** A sentence, or a part of one that was too long. */
interface Part {
  sentence: number;
  text: string;
  /** With the special tokens around them. */
  source: number[];
  decoded: Decoded | null;
}

export class Seq2SeqTranslator implements Translator {
  readonly #model: InstalledModel;
  readonly #network: Network;
  readonly #pieces: Pieces;
  readonly #config: ModelConfig;
  readonly #batch: number;

  private constructor(
    model: InstalledModel,
    network: Network,
    pieces: Pieces,
    config: ModelConfig,
    batch: number,
  ) {
    this.#model = model;
    this.#network = network;
    this.#pieces = pieces;
    this.#config = config;
    this.#batch = batch;
  }

  /** @throws InputError `model.missing-file`, `model.damaged`, `model.unsupported` */
  static async open(model: InstalledModel, { threads, batch }: LoadOptions = {}): Promise<Seq2SeqTranslator> {
    const files = checkModelFiles(model.folder, model.name);
    const pieces = await Pieces.open(model, files.config.end);
    const network = await Network.open(model.name, files, files.config, threads);
    return new Seq2SeqTranslator(model, network, pieces, files.config, batch ?? USUAL_BATCH);
  }

  async translate(sentences: readonly string[], options: TranslateOptions): Promise<void> {
    checkBeam(options);
    const { name, target } = this.#model;
    const direction = directionFor(name, this.#config, this.#pieces, options.language, target);
    this.#known(direction.prefix);
    const window = this.#batch * BATCHES_AT_ONCE;
    for (let start = 0; start < sentences.length; start += window) {
      options.signal?.throwIfAborted();
      const parts = sentences
        .slice(start, start + window)
        .map((text, offset) => this.#parts(text, start + offset, direction));
      for (const [offset, { length }] of parts.entries()) {
        if (length === 0) options.onResult(combined(start + offset, [], ''));
      }
      await this.#translateParts(parts.flat(), direction, options);
    }
  }

  async close(): Promise<void> {
    await this.#network.close();
  }

  /** The tokenised parts of a sentence: one, none for a blank, several for one that is too long. */
  #parts(text: string, sentence: number, { frame: { before, after } }: Direction): Part[] {
    if (BLANK.test(text)) return [];
    const longest = Math.floor(this.#config.longest * SOURCE_SHARE) - before.length - after.length;
    const pieces = new Map<string, number[]>();
    const fits = (part: string): boolean => {
      if (part.length > longest * CHARACTERS_PER_PIECE) return false;
      const encoded = this.#pieces.encode(part);
      pieces.set(part, encoded);
      return encoded.length <= longest;
    };
    return splitAtClauses(text, fits)
      .filter((part) => !BLANK.test(part))
      .map((part) => ({
        sentence,
        text: part,
        source: this.#known([...before, ...(pieces.get(part) ?? []), ...after]),
        decoded: null,
      }));
  }

  /** The tokens. @throws InputError `model.damaged` for one that the network has no embedding for: it would read beyond its table */
  #known(tokens: number[]): number[] {
    if (tokens.every((token) => token < this.#config.vocabulary)) return tokens;
    throw new InputError(
      'model.damaged',
      `The model ${this.#model.name} cannot be used: its tokenizer and its network are not of the same model. Remove it and install it again.`,
    );
  }

  async #translateParts(
    parts: readonly Part[],
    { prefix }: Direction,
    { signal, onResult, onStep, beam = 1 }: TranslateOptions,
  ): Promise<void> {
    const lengths = parts.map((part) => part.source.length);
    for (const batch of batches(lengths, this.#batch, beam)) {
      signal?.throwIfAborted();
      const rows = batch.flatMap((index) => parts[index] ?? []);
      const sources = rows.map((row) => row.source);
      const decoder = await this.#network.encode(paddedRows(sources, this.#config.pad));
      onStep?.();
      const limits = sources.map((source) => ({ source, limit: this.#limit(source.length, prefix.length) }));
      const rules = { prefix, end: this.#config.end, signal, onStep };
      const decoded = (index: number, result: Decoded): void => {
        const part = rows[index];
        if (!part) return;
        part.decoded = result;
        this.#deliver(part.sentence, parts, prefix, onResult);
      };
      if (beam === 1) await decodeGreedily(decoder, limits, rules, decoded);
      else await decodeByBeam(decoder, limits, { ...rules, width: beam }, decoded);
    }
  }

  #limit(sourceLength: number, prefixLength: number): number {
    return Math.min(this.#config.longest - prefixLength, LENGTH_FACTOR * sourceLength + LENGTH_ALLOWANCE);
  }

  /** Hands a sentence over once all of its parts are there. */
  #deliver(
    sentence: number,
    parts: readonly Part[],
    prefix: readonly number[],
    onResult: TranslateOptions['onResult'],
  ): void {
    const own = parts.filter((part) => part.sentence === sentence);
    const decoded = own.flatMap((part) => part.decoded ?? []);
    if (decoded.length < own.length) return;
    const text = own.reduce((whole, part, index) => {
      // A forced first token is mostly a language, which has no text; where it has one, that belongs to the translation.
      const translated = this.#pieces.decode([...prefix.slice(1), ...(part.decoded?.tokens ?? [])]);
      const previous = own[index - 1];
      return previous ? whole + joint(previous.text, part.text) + translated : translated;
    }, '');
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
    // No spread: a text without end has more tokens than a call may have arguments.
    minLogProb: logProbs.reduce((least, value) => Math.min(least, value), 0),
    stop: stops.includes('loop') ? 'loop' : stops.includes('length') ? 'length' : 'end',
  };
}
