/**
 * The files of a model folder, checked before anything is loaded: ONNX Runtime and Transformers.js trust what they
 * are given, and fail late or not at all.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import {
  conventionOf,
  modelConfig,
  unsupportedType,
  type LanguageConvention,
  type ModelConfig,
} from './config.ts';
import { onnxFileProblem } from './onnx-file.ts';

export interface ModelFiles {
  /** Absolute paths of the two networks. */
  encoder: string;
  decoder: string;
  config: ModelConfig;
  /** Every file that is used, relative to the model's folder. */
  files: { path: string; sizeBytes: number }[];
}

const CONFIG_FILE = 'config.json';
const TOKENIZER_FILE = 'tokenizer.json';
const TOKENIZER_SETTINGS_FILE = 'tokenizer_config.json';
const TOKENIZER_FILES = [TOKENIZER_FILE, TOKENIZER_SETTINGS_FILE];
/** Older exports do without it. */
const GENERATION_FILE = 'generation_config.json';

/** Quantised weights first: a quarter of the size, several times the speed. */
const ENCODERS = ['onnx/encoder_model_quantized.onnx', 'onnx/encoder_model.onnx'];
const DECODERS = ['onnx/decoder_model_merged_quantized.onnx', 'onnx/decoder_model_merged.onnx'];

/** The files of a model in the standard layout, as a hub or a USB stick must supply them. */
export const standardFiles: readonly string[] = [
  CONFIG_FILE,
  GENERATION_FILE,
  ...TOKENIZER_FILES,
  ...ENCODERS.slice(0, 1),
  ...DECODERS.slice(0, 1),
];

/** Every file that `checkModelFiles` may look at. */
export const possibleFiles: readonly string[] = [
  CONFIG_FILE,
  GENERATION_FILE,
  ...TOKENIZER_FILES,
  ...ENCODERS,
  ...DECODERS,
];

/**
 * Finds and checks the files of the model in `folder`.
 *
 * @param name the model's name, for the messages
 * @throws InputError `model.missing-file`, `model.damaged` or `model.unsupported`
 */
export function checkModelFiles(folder: string, name: string): ModelFiles {
  const config = readJson(folder, CONFIG_FILE, name);
  const otherType = unsupportedType(config);
  if (otherType) throw unsupported(name, otherType);
  readJson(folder, TOKENIZER_FILE, name);
  const convention = languageConvention(config, readJson(folder, TOKENIZER_SETTINGS_FILE, name), name);
  const encoder = firstPresent(folder, ENCODERS, name);
  const decoder = firstPresent(folder, DECODERS, name);
  for (const file of [encoder, decoder]) checkOnnx(folder, file, name);
  const hasGeneration = sizeOf(folder, GENERATION_FILE) !== null;
  const generation = hasGeneration ? readJson(folder, GENERATION_FILE, name) : {};
  const needed = [
    CONFIG_FILE,
    ...(hasGeneration ? [GENERATION_FILE] : []),
    ...TOKENIZER_FILES,
    encoder,
    decoder,
  ];
  return {
    encoder: join(folder, encoder),
    decoder: join(folder, decoder),
    config: settings(() => modelConfig(convention, config, generation), name),
    files: needed.map((path) => ({ path, sizeBytes: sizeOf(folder, path) ?? 0 })),
  };
}

function languageConvention(config: object, tokenizer: object, name: string): LanguageConvention {
  const convention = settings(() => conventionOf(config, tokenizer), name);
  if (typeof convention === 'string') return convention;
  throw unsupported(name, convention.unsupported);
}

function settings<T>(read: () => T, name: string): T {
  try {
    return read();
  } catch (error) {
    const wrong =
      error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')).join(', ') : '';
    throw damaged(
      name,
      CONFIG_FILE,
      `or one beside it lacks a setting that translation needs: ${wrong}`,
      error,
    );
  }
}

function firstPresent(folder: string, candidates: readonly string[], name: string): string {
  const found = candidates.find((file) => sizeOf(folder, file) !== null);
  if (!found) throw missing(name, candidates[0] ?? '');
  return found;
}

function checkOnnx(folder: string, file: string, name: string): void {
  if (sizeOf(folder, file) === 0) throw damaged(name, file, 'is empty');
  const problem = readable(name, file, () => onnxFileProblem(join(folder, file)));
  if (problem) throw damaged(name, file, problem);
}

function readJson(folder: string, file: string, name: string): object {
  if (sizeOf(folder, file) === null) throw missing(name, file);
  const text = readable(name, file, () => readFileSync(join(folder, file), 'utf8'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const cause = text.trim() === '' ? 'is empty' : 'is not valid JSON';
    throw damaged(name, file, `${cause}; download it again`, error);
  }
  if (typeof value !== 'object' || value === null) throw damaged(name, file, 'holds no settings');
  return value;
}

/** The size of a file in bytes, or null when there is no such file. */
function sizeOf(folder: string, file: string): number | null {
  const found = statSync(join(folder, file), { throwIfNoEntry: false });
  return found?.isFile() ? found.size : null;
}

function readable<T>(name: string, file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw damaged(name, file, `cannot be read (${cause})`, error);
  }
}

const missing = (name: string, file: string): InputError =>
  new InputError(
    'model.missing-file',
    `The model ${name} is incomplete: its file ${file} is missing. Copy or download the model again, in the layout of Transformers.js (ONNX).`,
  );

const damaged = (name: string, file: string, problem: string, cause?: unknown): InputError =>
  new InputError('model.damaged', `The model ${name} cannot be used: its file ${file} ${problem}.`, {
    cause,
  });

const unsupported = (name: string, kind: string): InputError =>
  new InputError(
    'model.unsupported',
    `The model ${name} is of the type ${kind}. Only Marian (Opus-MT), M2M-100, SMaLL-100 and NLLB models can be run.`,
  );
