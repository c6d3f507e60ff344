import { likeliest } from '../../../support/likeliest.ts';
import type { Decoder } from '../../../../models/translation/decoder.ts';

/** The raw scores of every next token after these, for a sentence. */
export type Scores = (sentence: number, tokens: readonly number[]) => readonly number[];

/**
 * A decoder whose scores are any function of the tokens so far, in place of a network: it remembers of each row its sentence and
 * its tokens, and forgets or doubles rows as it is told.
 */
export class MadeUpDecoder implements Decoder {
  /** How many rows each step had. */
  readonly rowsPerStep: number[] = [];
  readonly #scores: Scores;
  readonly #suppressed: readonly number[];
  #rows: { sentence: number; tokens: number[] }[];

  constructor(sentences: number, scores: Scores, suppressed: readonly number[] = []) {
    this.#scores = scores;
    this.#suppressed = suppressed;
    this.#rows = Array.from({ length: sentences }, (_, sentence) => ({ sentence, tokens: [] }));
  }

  step(tokens: readonly number[], width: number) {
    if (tokens.length !== this.#rows.length) throw new Error('a token for each row');
    this.rowsPerStep.push(tokens.length);
    this.#rows.forEach((row, index) => row.tokens.push(tokens[index]!));
    const logits = this.#rows.flatMap((row) => this.#scores(row.sentence, row.tokens));
    return Promise.resolve(likeliest(Float32Array.from(logits), this.#rows.length, width, this.#suppressed));
  }

  keep(rows: readonly number[]): void {
    this.#rows = rows.map((index) => {
      const { sentence, tokens } = this.#rows[index]!;
      return { sentence, tokens: [...tokens] };
    });
  }
}
