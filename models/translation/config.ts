/** The settings of a model that decoding needs, from its `config.json`, `generation_config.json` and `tokenizer_config.json`. */
import { z } from 'zod';

const TokenId = z.number().int().nonnegative();

/** Where both files speak, `generation_config.json` is right. */
const Fields = z.object({
  decoder_start_token_id: TokenId,
  eos_token_id: TokenId,
  pad_token_id: TokenId,
  vocab_size: z.number().int().positive(),
  decoder_vocab_size: z.number().int().positive().nullish(),
  forced_bos_token_id: TokenId.nullish(),
  bad_words_ids: z.array(z.array(TokenId)).nullish(),
  max_length: z.number().int().positive().default(512),
  max_position_embeddings: z.number().int().positive().default(512),
});

/** ONNX Runtime would read beyond a table, or end the process, at a token that is in none. */
const Settings = Fields.superRefine((settings, context) => {
  const known = settings.decoder_vocab_size ?? settings.vocab_size;
  for (const name of [
    'decoder_start_token_id',
    'eos_token_id',
    'pad_token_id',
    'forced_bos_token_id',
  ] as const) {
    if ((settings[name] ?? 0) >= known) context.addIssue({ code: 'custom', path: [name] });
  }
});

const Type = z.object({ model_type: z.string().default('unknown') });

const Shape = z.object({
  model_type: z.string(),
  encoder_layers: z.number().optional(),
  decoder_layers: z.number().optional(),
});

const TokenizerSettings = z.object({ tokenizer_class: z.string().default('') });

/** Values of `model_type` that can be run. */
const SUPPORTED_TYPES = ['marian', 'm2m_100'];

/**
 * How a model is told languages:
 * - `none`: it translates one way only (Marian);
 * - `m2m100`, `nllb`: its source begins with the source's language, its translation with the target's;
 * - `small100`: its source begins with the target's language, and that is all.
 */
export type LanguageConvention = 'none' | 'm2m100' | 'nllb' | 'small100';

export interface ModelConfig {
  convention: LanguageConvention;
  /** The token that the decoder starts with. */
  start: number;
  /** The token that ends a sentence. */
  end: number;
  /** Fills up the shorter rows of a batch. */
  pad: number;
  /** The token that every translation begins with, if there is one for all. */
  forcedFirst: number | null;
  /** Tokens that are never produced. */
  suppressed: number[];
  /** Tokens of the longest source and target that the network has positions for. */
  longest: number;
  /** Token ids that the network knows: all below this. */
  vocabulary: number;
}

/** What the model is, in the words of its own settings, if it is of a type that cannot be run; else null. */
export function unsupportedType(config: object): string | null {
  const type = Type.safeParse(config).data?.model_type ?? 'unknown';
  return SUPPORTED_TYPES.includes(type) ? null : `"${type}"`;
}

/**
 * How a model of a supported type is told languages; what it is, where that cannot be known.
 * Throws a `ZodError` when a setting is of the wrong type.
 */
export function conventionOf(
  config: object,
  tokenizer: object,
): LanguageConvention | { unsupported: string } {
  const { model_type: type, encoder_layers: encoder, decoder_layers: decoder } = Shape.parse(config);
  if (type === 'marian') return 'none';
  const tokenizerClass = TokenizerSettings.parse(tokenizer).tokenizer_class.replace(/Fast$/u, '');
  if (tokenizerClass === 'NllbTokenizer') return 'nllb';
  if (tokenizerClass === 'SMALL100Tokenizer') return 'small100';
  if (tokenizerClass !== 'M2M100Tokenizer')
    return { unsupported: `"${type}" with the tokenizer "${tokenizerClass}"` };
  // Conversions of SMaLL-100 often name the tokenizer of M2M-100, and it is M2M-100 but for its convention. What tells it
  // apart is its shape: a decoder of 3 layers below an encoder of 12; M2M-100 has as many in both.
  return encoder !== undefined && decoder !== undefined && decoder < encoder ? 'small100' : 'm2m100';
}

/** Throws a `ZodError` when a setting is missing or of the wrong type, or names a token that the network does not know. */
export function modelConfig(
  convention: LanguageConvention,
  config: object,
  generation: object = {},
): ModelConfig {
  const settings = Settings.parse({ ...config, ...generation });
  // Banned sequences of several tokens do not occur in these models: what is banned is the padding.
  const banned = (settings.bad_words_ids ?? []).filter((word) => word.length === 1).flat();
  return {
    convention,
    start: settings.decoder_start_token_id,
    // `forced_eos_token_id`, which ends a translation at the limit by force, is left aside: such a one is reported instead.
    end: settings.eos_token_id,
    pad: settings.pad_token_id,
    forcedFirst: settings.forced_bos_token_id ?? null,
    suppressed: [...new Set([...banned, settings.pad_token_id])],
    longest: Math.min(settings.max_length, settings.max_position_embeddings),
    vocabulary: settings.vocab_size,
  };
}
