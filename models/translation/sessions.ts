/** Opening the networks of a model on ONNX Runtime, each as one session; what does not fit together is told by its name. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { InputError } from '../errors.ts';
import { ExternalWeightsError } from '../onnx/read.ts';
import { MOST_THREADS } from './translator.ts';
import { unmerge, type UnmergedDecoder } from './unmerge.ts';
import { misfit, type Sessions } from './wiring.ts';

/**
 * Loads the networks.
 *
 * @param name the model's name, for the messages
 * @param files paths of the encoder and of the merged decoder
 * @param suppressed tokens that are never produced
 * @param threads inside one operation; default: the machine's cores, at most `MOST_THREADS`
 * @throws InputError `model.damaged` when a file cannot be read or ONNX Runtime refuses it, `model.unsupported` for another layout
 */
export async function openSessions(
  name: string,
  files: { encoder: string; decoder: string },
  suppressed: readonly number[],
  threads?: number,
): Promise<Sessions> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads ?? Math.min(MOST_THREADS, availableParallelism()),
    logSeverityLevel: 3,
  };
  const opened: InferenceSession[] = [];
  const open = async (path: string, model: string | Uint8Array): Promise<InferenceSession> => {
    const session = await openSession(name, path, model, options);
    opened.push(session);
    return session;
  };
  try {
    const encoder = await open(files.encoder, files.encoder);
    const unmerged = await unmergedDecoder(name, files.decoder, suppressed);
    const source = await open(files.decoder, unmerged.source);
    const step = await open(files.decoder, unmerged.step);
    const problem = misfit({ encoder, source, step });
    if (problem !== null) throw unsupported(name, files, problem);
    return { encoder, source, step };
  } catch (error) {
    // The garbage collector does not see what they weigh.
    await Promise.all(opened.map((session) => session.release()));
    throw error;
  }
}

/** @throws InputError `model.damaged`, `model.unsupported` */
async function unmergedDecoder(
  name: string,
  path: string,
  suppressed: readonly number[],
): Promise<UnmergedDecoder> {
  let decoder: UnmergedDecoder | null;
  let file: Buffer | undefined;
  try {
    file = await readFile(path);
    decoder = unmerge(file, path, suppressed);
  } catch (error) {
    if (error instanceof ExternalWeightsError) throw outsideWeights(name, path, error);
    throw damaged(name, `${path} cannot be read`, error);
  } finally {
    if (file) giveBack(file);
  }
  if (decoder) return decoder;
  throw new InputError(
    'model.unsupported',
    `The model ${name} cannot be run: ${path} is not a merged decoder in the layout of Transformers.js.`,
  );
}

/** Tens or hundreds of megabytes, freed now and not when the garbage collector comes by. */
function giveBack({ buffer, byteLength }: Buffer): void {
  // A small one may share its memory with others.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** @param model its path, or its bytes, whose weights lie beside `path` */
async function openSession(
  name: string,
  path: string,
  model: string | Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<InferenceSession> {
  const session = {
    // Threads that wait by spinning take the cores from the editor's window, and from each other.
    intra_op: { allow_spinning: '0' },
    ...(typeof model === 'string' ? {} : { model_external_initializers_file_folder_path: dirname(path) }),
  };
  try {
    // The two signatures of `create` are told apart by the type alone.
    return typeof model === 'string'
      ? await InferenceSession.create(model, { ...options, extra: { session } })
      : await InferenceSession.create(model, { ...options, extra: { session } });
  } catch (error) {
    throw damaged(name, `ONNX Runtime refuses ${path}`, error);
  }
}

function damaged(name: string, what: string, error: unknown): InputError {
  const cause = error instanceof Error ? error.message : String(error);
  return new InputError(
    'model.damaged',
    `The model ${name} cannot be loaded: ${what} (${cause}). Remove the model and install it again.`,
    { cause: error },
  );
}

const unsupported = (name: string, { encoder, decoder }: { encoder: string; decoder: string }, how: string) =>
  new InputError(
    'model.unsupported',
    `The model ${name} cannot be run: ${encoder} and ${basename(decoder)} are not laid out as Transformers.js has them (${how}). Use another conversion of the model.`,
  );

const outsideWeights = (name: string, path: string, cause: ExternalWeightsError): InputError =>
  new InputError(
    'model.unsupported',
    `The model ${name} cannot be run: ${path} has its weights in a second file (${cause.file}). Use the quantised conversion (int8), which is one file.`,
    { cause },
  );
