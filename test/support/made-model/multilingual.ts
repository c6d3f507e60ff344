/** Made models of the kinds that are told their languages: the network of a made Marian model with other tokens around it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeModel } from './make.ts';
import { END, padOf, type Shape } from './shape.ts';

export type Multilingual = 'm2m100' | 'small100' | 'nllb' | 'nllb-legacy';

/** The languages that a made model knows. */
const LANGUAGES = {
  m2m: ['__de__', '__en__', '__sl__', '__no__'],
  nllb: ['deu_Latn', 'eng_Latn', 'slv_Latn', 'nob_Latn', 'als_Latn'],
};

const TINY: Shape = {
  width: 32,
  heads: 4,
  inner: 64,
  encoderLayers: 2,
  decoderLayers: 2,
  vocabulary: 160,
  positions: 128,
  wandering: 1,
  seed: 7,
};

/**
 * Makes a tiny model in the layout of Transformers.js whose tokens are those of M2M-100, SMaLL-100 or NLLB.
 * `nllb-legacy` has the source's language behind the source, as conversions had it until 2023.
 */
export function makeMultilingual(folder: string, kind: Multilingual): void {
  makeModel(folder, TINY);
  const isNllb = kind === 'nllb' || kind === 'nllb-legacy';
  const languages = isNllb ? LANGUAGES.nllb : LANGUAGES.m2m;
  const end = '</s>';
  change(folder, 'config.json', {
    model_type: 'm2m_100',
    architectures: ['M2M100ForConditionalGeneration'],
    decoder_start_token_id: END,
    // The network has as many layers in both; that of SMaLL-100 is known by its shape.
    ...(kind === 'small100' ? { encoder_layers: 12, decoder_layers: 3 } : {}),
  });
  change(folder, 'generation_config.json', { decoder_start_token_id: END });
  change(folder, 'tokenizer_config.json', {
    tokenizer_class: isNllb ? 'NllbTokenizer' : 'M2M100Tokenizer',
    clean_up_tokenization_spaces: true,
  });
  const tokenizer = read(folder, 'tokenizer.json') as {
    added_tokens: object[];
    post_processor: object;
    model: { vocab: [string, number][] };
  };
  const first = padOf(TINY) - languages.length;
  languages.forEach((content, index) => {
    tokenizer.model.vocab[first + index] = [content, 0];
    const plain = { single_word: false, lstrip: false, rstrip: false, normalized: false };
    tokenizer.added_tokens.push({ ...plain, id: first + index, content, special: true });
  });
  const english = languages[1]!;
  const token = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const text = { Sequence: { id: 'A', type_id: 0 } };
  const single =
    kind === 'nllb-legacy' ? [text, token(end), token(english)] : [token(english), text, token(end)];
  const ids = { [end]: END, [english]: first + 1 };
  tokenizer.post_processor = {
    type: 'TemplateProcessing',
    single,
    pair: single,
    special_tokens: Object.fromEntries(
      Object.entries(ids).map(([id, number]) => [id, { id, ids: [number], tokens: [id] }]),
    ),
  };
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
}

/** The id of a language's token in a made model. */
export function languageId(kind: Multilingual, token: string): number {
  const languages = kind === 'nllb' || kind === 'nllb-legacy' ? LANGUAGES.nllb : LANGUAGES.m2m;
  return padOf(TINY) - languages.length + languages.indexOf(token);
}

const read = (folder: string, name: string): object =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;

const change = (folder: string, name: string, settings: object): void =>
  writeFileSync(join(folder, name), JSON.stringify({ ...read(folder, name), ...settings }));
