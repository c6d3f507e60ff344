import { InputError } from '../errors.ts';
import { verifyBeforeLoading } from '../installation/verify.ts';
import { inspectModel, stampOf } from './inspect.ts';
import type { InstalledModel } from './installed.ts';
import { Seq2SeqTranslator } from './seq2seq.ts';
import type { LoadOptions, Translator } from './translator.ts';

/**
 * Loads an installed model, ready to translate. A new kind of model is one more case here.
 *
 * @throws InputError with the model's name: `model.missing-file`, `model.unreadable`, `model.damaged`, `model.unsupported`, or
 *   `model.changed` when its files were written meanwhile
 */
export async function loadTranslator(model: InstalledModel, options: LoadOptions = {}): Promise<Translator> {
  // It may have changed since it was listed.
  const problem = model.problem ?? inspectModel(model.folder, model.name).problem;
  if (problem) throw new InputError(problem.code, problem.message);
  const before = stampOf(model.folder);
  await verifyBeforeLoading(model);
  const translator = await Seq2SeqTranslator.open(model, options);
  if (stampOf(model.folder) === before) return translator;
  // Half of an old model and half of a new one: graphs refer to weights by their place in a file, and would find others there.
  await translator.close();
  throw new InputError(
    'model.changed',
    `The files of the model ${model.name} were changed while it was loaded. Wait until that is done, then try again.`,
  );
}
