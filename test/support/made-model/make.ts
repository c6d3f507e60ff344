/** Writes a made model in the standard layout into a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeModel } from '../../../models/onnx/write.ts';
import { mergedDecoder } from './decoder.ts';
import { encoder } from './encoder.ts';
import { END, padOf, type Shape } from './shape.ts';
import { tokenizer } from './tokenizer.ts';

export function makeModel(folder: string, shape: Shape): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, value: object) => writeFileSync(join(folder, name), JSON.stringify(value));
  const pad = padOf(shape);
  const tokens = {
    pad_token_id: pad,
    decoder_start_token_id: pad,
    eos_token_id: END,
    forced_eos_token_id: END,
    bos_token_id: 0,
    max_length: shape.positions,
    num_beams: 1,
    bad_words_ids: [[pad]],
  };
  json('config.json', {
    ...tokens,
    architectures: ['MarianMTModel'],
    model_type: 'marian',
    is_encoder_decoder: true,
    d_model: shape.width,
    encoder_layers: shape.encoderLayers,
    decoder_layers: shape.decoderLayers,
    num_hidden_layers: shape.encoderLayers,
    encoder_attention_heads: shape.heads,
    decoder_attention_heads: shape.heads,
    encoder_ffn_dim: shape.inner,
    decoder_ffn_dim: shape.inner,
    vocab_size: shape.vocabulary,
    decoder_vocab_size: shape.vocabulary,
    max_position_embeddings: shape.positions,
    use_cache: true,
  });
  json('generation_config.json', tokens);
  json('tokenizer_config.json', {
    model_max_length: shape.positions,
    eos_token: '</s>',
    unk_token: '<unk>',
    pad_token: '<pad>',
    separate_vocabs: false,
    tokenizer_class: 'MarianTokenizer',
  });
  json('tokenizer.json', tokenizer(shape));
  writeFileSync(join(folder, 'onnx/encoder_model_quantized.onnx'), writeModel(encoder(shape)));
  writeFileSync(join(folder, 'onnx/decoder_model_merged_quantized.onnx'), writeModel(mergedDecoder(shape)));
}
