import { InputError } from '../../models/errors.ts';
import type { InstalledModel } from '../../models/translation/installed.ts';
import { Engine, type EngineOptions, type EngineRequest } from '../engine/engine.ts';

/**
 * The engine, with the damage that it meets told: it reads every byte before it loads a model, and the model is to be listed with
 * what was found, and not chosen again.
 */
export class ShelfEngine extends Engine {
  readonly #onDamage: (model: InstalledModel, problem: { code: string; message: string }) => void;

  constructor(
    onDamage: (model: InstalledModel, problem: { code: string; message: string }) => void,
    options: EngineOptions = {},
  ) {
    super(options);
    this.#onDamage = onDamage;
  }

  override async translate(
    model: InstalledModel,
    sentences: readonly string[],
    request: EngineRequest,
  ): Promise<void> {
    try {
      await super.translate(model, sentences, request);
    } catch (error) {
      if (error instanceof InputError && error.code === 'model.damaged' && !model.problem)
        this.#onDamage(model, { code: error.code, message: error.message });
      throw error;
    }
  }
}
