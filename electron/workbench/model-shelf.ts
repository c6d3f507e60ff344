import { basename } from 'node:path';
import { InputError } from '../../models/errors.ts';
import { COMMAND } from '../../models/installation/app.ts';
import { languageName } from '../../models/languages.ts';
import { knownModelsFor, translates } from '../../models/translation/catalogue.ts';
import { chooseModel, installedModels, type InstalledModel } from '../../models/translation/installed.ts';
import { ModelChecks } from './model-checks.ts';

/**
 * The models at hand. The folder is looked at anew for every call, so that a model dropped into it is used at once;
 * what costs time, whether a closed vocabulary covers an article, is remembered.
 */
export class ModelShelf {
  readonly folder: string;
  readonly checks = new ModelChecks();
  readonly #covered = new Map<string, boolean>();
  #seen: InstalledModel[] | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Every installed model, damaged ones included (they say what is wrong). */
  installed(): InstalledModel[] {
    // A whole library is viewed in one go: one look serves for all of its articles.
    if (!this.#seen) queueMicrotask(() => (this.#seen = undefined));
    this.#seen ??= installedModels(this.folder).map((model) => ({
      ...model,
      problem: model.problem ?? this.checks.of(model).problem,
    }));
    return this.#seen;
  }

  /**
   * The installed model with this id, or the only one whose folder is called so: whoever got `opus-mt-de-en` knows it by
   * that name, though it lies in `Xenova/`.
   *
   * @throws InputError `model.unknown`
   */
  byName(name: string): InstalledModel {
    const installed = this.installed();
    const called = installed.filter(({ id }) => basename(id) === name);
    const model = installed.find(({ id }) => id === name) ?? (called.length === 1 ? called[0] : undefined);
    if (model) return model;
    throw new InputError('model.unknown', `No model “${name}” is installed in ${this.folder}.`);
  }

  /**
   * The model to use for a text, or null.
   * @param article the text's, by which the answer for a closed vocabulary is remembered; null for loose lines
   */
  choose(
    language: string,
    article: number | null,
    sentences: () => readonly string[],
  ): InstalledModel | null {
    const installed = this.installed();
    const open = chooseModel(
      installed.filter((model) => !model.closedVocabulary),
      language,
      [],
    );
    if (open) return open;
    const closed = installed.filter((model) => model.closedVocabulary && !model.problem);
    const key = `${language} ${article}`;
    const remembered = article === null ? undefined : this.#covered.get(key);
    const covered = remembered ?? chooseModel(closed, language, sentences()) !== null;
    if (article !== null) this.#covered.set(key, covered);
    return covered ? (closed.find((model) => translates(model, language)) ?? null) : null;
  }

  /**
   * The model with this id (or folder name), fit to translate these sentences.
   * @throws InputError `model.unknown`, `model.damaged`…, `model.language`, `model.vocabulary`: never nonsense instead
   */
  require(id: string, language: string, sentences: readonly string[]): InstalledModel {
    const model = this.byName(id);
    if (model.problem) throw new InputError(model.problem.code, model.problem.message);
    if (!translates(model, language)) {
      throw new InputError(
        'model.language',
        `${model.name} does not translate from ${languageName(language)}.`,
      );
    }
    if (chooseModel([model], language, sentences) === null) {
      throw new InputError(
        'model.vocabulary',
        `${model.name} knows only the words of its demo articles, and this text has others. ${this.advice(language)}`,
      );
    }
    return model;
  }

  /** How to get a model for a language, in one or two sentences. */
  advice(language: string): string {
    const known = knownModelsFor(language).find((candidate) => candidate.supported);
    const name = languageName(language);
    if (!known) {
      return `No model is known yet for ${name}. A Marian model in the standard ONNX layout can be put into ${this.folder}.`;
    }
    const megabytes = Math.round(known.sizeBytes / 1e6);
    return (
      `${name} needs the model ${known.repository} (about ${megabytes} MB): get it under Models, or with “${COMMAND} models install ${known.id}”; ` +
      `without a network install it from a stick that another computer packed.`
    );
  }
}
