/** The tokenizer of a model: text to pieces and back, by Transformers.js, from local files alone. */
import { resolve } from 'node:path';
import { AutoTokenizer, env, LogLevel, type PreTrainedTokenizer } from '@xenova/transformers';

// Nothing here may ever look for a file in the network or in a cache of earlier downloads.
env.allowRemoteModels = false;
env.useFSCache = false;
// It warns at every Marian model that its tokenizer is an approximation; an editor can do nothing about it.
env.logLevel = LogLevel.ERROR;

/** Opens the tokenizer of the model in `folder`. */
export async function openTokenizer(folder: string): Promise<PreTrainedTokenizer> {
  return AutoTokenizer.from_pretrained(resolve(folder), { local_files_only: true });
}

/** The pieces of a text, end mark included, never cut. */
export function encode(tokenizer: PreTrainedTokenizer, text: string, end: number): number[] {
  const ids = tokenizer(text, { return_tensor: false }).input_ids;
  return ids.at(-1) === end ? ids : [...ids, end];
}

/** The text of pieces. */
export function decode(tokenizer: PreTrainedTokenizer, pieces: readonly number[]): string {
  return tokenizer.decode([...pieces], { skip_special_tokens: true }).trim();
}
