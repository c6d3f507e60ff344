/** The settings of a Marian model that decoding needs, from its `config.json` and `generation_config.json`. */
import { z } from 'zod';

const TokenId = z.number().int().nonnegative();

/** Both files hold all of these; where both speak, `generation_config.json` is right. */
const Settings = z.object({
  decoder_start_token_id: TokenId,
  eos_token_id: TokenId,
  pad_token_id: TokenId,
  bad_words_ids: z.array(z.array(TokenId)).nullish(),
  max_length: z.number().int().positive().default(512),
  max_position_embeddings: z.number().int().positive().default(512),
});

export interface MarianConfig {
  /** The piece that the decoder starts with. */
  start: number;
  /** The piece that ends a sentence. */
  end: number;
  /** Fills up the shorter rows of a batch. */
  pad: number;
  /** Pieces that are never produced. */
  suppressed: number[];
  /** Tokens of the longest source and target that the network has positions for. */
  longest: number;
}

/** Throws a `ZodError` when a setting is missing or of the wrong type. */
export function marianConfig(config: object, generation: object = {}): MarianConfig {
  const settings = Settings.parse({ ...config, ...generation });
  // Banned sequences of several pieces do not occur in Marian models: what is banned is the padding piece.
  const banned = (settings.bad_words_ids ?? []).filter((word) => word.length === 1).flat();
  return {
    start: settings.decoder_start_token_id,
    end: settings.eos_token_id,
    pad: settings.pad_token_id,
    suppressed: [...new Set([...banned, settings.pad_token_id])],
    longest: Math.min(settings.max_length, settings.max_position_embeddings),
  };
}
