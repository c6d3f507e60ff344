import { InputError } from '../errors.ts';
import { verifyBeforeLoading } from '../installation/verify.ts';
import type { InstalledModel } from './installed.ts';
import { Seq2SeqTranslator } from './seq2seq.ts';
import type { LoadOptions, Translator } from './translator.ts';

/**
 * Loads an installed model, ready to translate. A new kind of model is one more case here.
 *
 * @throws InputError `model.missing-file`, `model.damaged` or `model.unsupported`, with the model's name
 */
export async function loadTranslator(model: InstalledModel, options: LoadOptions = {}): Promise<Translator> {
  if (model.problem) throw new InputError(model.problem.code, model.problem.message);
  await verifyBeforeLoading(model);
  return Seq2SeqTranslator.open(model, options);
}
