/** The tokenizer of a model: text to pieces and back, by Transformers.js, from local files alone. */
import { resolve } from 'node:path';
import { AutoTokenizer, env, LogLevel, type PreTrainedTokenizer } from '@xenova/transformers';
import { InputError } from '../errors.ts';

// Nothing here may ever look for a file in the network or in a cache of earlier downloads.
env.allowRemoteModels = false;
env.useFSCache = false;
// It warns at every Marian model that its tokenizer is an approximation; an editor can do nothing about it.
env.logLevel = LogLevel.ERROR;

/** The special tokens that a source has before and behind its pieces. */
export interface Frame {
  before: number[];
  after: number[];
}

export class Pieces {
  readonly #tokenizer: PreTrainedTokenizer;
  /** Special tokens by their text, longest first: none begins with another that would be found before it. */
  readonly specialTokens: ReadonlyMap<string, number>;
  /** As the model's own files say it: of a model for many languages, with the language that is its default. */
  readonly frame: Frame;

  /** @param end the token that ends a sentence, which some tokenizers leave out */
  private constructor(tokenizer: PreTrainedTokenizer, end: number) {
    this.#tokenizer = tokenizer;
    const { all_special_tokens: texts, all_special_ids: ids } = tokenizer;
    this.specialTokens = new Map(
      texts
        .map((text, index): [string, number] => [text, ids[index] ?? 0])
        .toSorted(([a], [b]) => b.length - a.length),
    );
    this.frame = frameOf(tokenizer, end);
  }

  /**
   * Opens the tokenizer of a model.
   *
   * @param name the model's name, for the message
   * @throws InputError `model.damaged` when its files make no tokenizer
   */
  static async open({ folder, name }: { folder: string; name: string }, end: number): Promise<Pieces> {
    try {
      const tokenizer = await AutoTokenizer.from_pretrained(resolve(folder), { local_files_only: true });
      return new Pieces(tokenizer, end);
    } catch (error) {
      throw damaged(name, error);
    }
  }

  /** The pieces of a text, without special tokens, never cut. */
  encode(text: string): number[] {
    return piecesOf(this.#tokenizer, this.#withoutSpecialTokens(text), false);
  }

  /** The text of pieces; special tokens and what is in no vocabulary have none. */
  decode(pieces: readonly number[]): string {
    // The library refuses to make nothing of nothing.
    if (pieces.length === 0) return '';
    return this.#tokenizer.decode([...pieces], { skip_special_tokens: true }).trim();
  }

  /**
   * A text may speak of what are marks to the network: "</s>" in an article about HTML would end the sentence there.
   * With a space inside it is text like any other.
   */
  #withoutSpecialTokens(text: string): string {
    let plain = text;
    for (const token of this.specialTokens.keys()) {
      if (plain.includes(token)) plain = plain.replaceAll(token, `${token.slice(0, 1)} ${token.slice(1)}`);
    }
    return plain;
  }
}

/** Tells the frame from what the tokenizer puts around a letter. */
function frameOf(tokenizer: PreTrainedTokenizer, end: number): Frame {
  const letter = piecesOf(tokenizer, 'a', false);
  const framed = piecesOf(tokenizer, 'a', true);
  const at = framed.findIndex((_, start) =>
    letter.every((piece, offset) => framed[start + offset] === piece),
  );
  const before = framed.slice(0, Math.max(0, at));
  const after = framed.slice(before.length + letter.length);
  return { before, after: after.includes(end) ? after : [...after, end] };
}

const piecesOf = (tokenizer: PreTrainedTokenizer, text: string, withSpecial: boolean): number[] =>
  tokenizer(text, { add_special_tokens: withSpecial, return_tensor: false }).input_ids;

/** The library says what it missed in words for programmers only, or runs into it. */
function damaged(name: string, error: unknown): InputError {
  const cause = error instanceof Error ? error.message : String(error);
  return new InputError(
    'model.damaged',
    `The model ${name} cannot be loaded: its file tokenizer.json is not a tokenizer of a known kind (${cause}). Remove the model and install it again.`,
    { cause: error },
  );
}
