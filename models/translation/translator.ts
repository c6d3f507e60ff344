/**
 * What every kind of translation model looks like from above, whatever runs it below.
 * `load.ts` opens an installed model as a `Translator`.
 */
import { InputError } from '../errors.ts';
import type { Span } from '../text.ts';

/** Why a translation ended: the model ended it, it grew too long, or it began to repeat itself. */
export type Stop = 'end' | 'length' | 'loop';

/** A stretch of the source and the stretch of the translation that it became. */
export interface AlignedSpans {
  source: Span;
  target: Span;
}

/** The machine's draft of one sentence. */
export interface Translation {
  /** Which of the sentences that were asked for. */
  index: number;
  /** The English text. After a `loop` the repetitions are cut off, all but the first. */
  text: string;
  /** Tokens that the model produced, end mark not counted. */
  tokens: number;
  /** Mean natural log-probability of the tokens, end mark counted; 0 for an empty sentence. */
  meanLogProb: number;
  /** Log-probability of the least certain token. */
  minLogProb: number;
  stop: Stop;
  /** Present when the model yields word alignment. */
  alignment?: AlignedSpans[];
}

export interface TranslateOptions {
  /** The language of the sentences, BCP 47: a model for many languages is told it with every request. */
  language: string;
  /** Hypotheses that are kept of each sentence, 1 to `WIDEST_BEAM`: more take as many times as long, and err a little less. Default 1. */
  beam?: number;
  /** Ends the work within one decoding step; `translate` then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called once for every sentence, in any order, as soon as its translation is there. */
  onResult: (translation: Translation) => void;
  /** Called after every decoding step: a sign of life. */
  onStep?: () => void;
}

export interface Translator {
  /**
   * Translates sentences of one language; resolves when all are delivered. Calls must not overlap.
   *
   * @throws InputError `model.language` when the model does not know the language, `translate.beam`
   */
  translate(sentences: readonly string[], options: TranslateOptions): Promise<void>;
  /** Frees the memory of the model. */
  close(): Promise<void>;
}

/** How a model is run. */
export interface LoadOptions {
  /** Threads inside one operation; default: the machine's cores, at most `MOST_THREADS`. */
  threads?: number;
  /** Sentences decoded together, at most; default `USUAL_BATCH`. */
  batch?: number;
}

/** More threads than this do not pay inside one batch of these networks. */
export const MOST_THREADS = 4;

export const USUAL_BATCH = 16;

/**
 * Batches are filled from this many times as many sentences: enough to find equals in length, near enough to keep the
 * beginning of an article first. Who wants the first sentence soon asks for it alone, as the engine does.
 */
export const BATCHES_AT_ONCE = 4;

/** Beyond this the translations grow worse, not better. */
export const WIDEST_BEAM = 6;

/** @throws InputError `translate.beam` when the width of the beam is none */
export function checkBeam({ beam = 1 }: Pick<TranslateOptions, 'beam'>): void {
  if (Number.isInteger(beam) && beam >= 1 && beam <= WIDEST_BEAM) return;
  throw new InputError('translate.beam', `The beam is a whole number from 1 to ${WIDEST_BEAM}, not ${beam}.`);
}
