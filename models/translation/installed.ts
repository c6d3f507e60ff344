/** The models on this machine: those in the models folder, and the mini model that comes with the app. */
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { miniCovers, miniLanguages, type Coverage } from '../mini/coverage.ts';
import { translates } from './catalogue.ts';
import { describeModel, type Description } from './describe.ts';
import { inspectModel } from './inspect.ts';

export interface InstalledModel {
  /** The folder's path below the models folder, e.g. `Xenova/opus-mt-de-en`; `mini` for the embedded model. */
  id: string;
  name: string;
  /** Absolute. */
  folder: string;
  /** Languages that it translates, BCP 47. */
  source: string[];
  target: string;
  sizeBytes: number;
  /** Whether it comes with the app. */
  embedded: boolean;
  /** Whether it knows only the words that `covers` knows. */
  closedVocabulary: boolean;
  /** Why it cannot be used, or null. */
  problem: { code: string; message: string } | null;
  /** A short fingerprint of the files, so that a draft can say what made it. Empty for a model with a problem. */
  version: string;
}

/** The embedded model's id, so that no other may have it. */
export const EMBEDDED_ID = 'mini';

const MINI_FOLDER = join(import.meta.dirname, '../mini/weights');
const MINI: Description = {
  name: 'Mini demo model',
  source: [...miniLanguages],
  target: 'en',
  problem: null,
};

/** How deep models lie: `opus-mt-de-en` or, as on the hub, `Xenova/opus-mt-de-en`. */
const DEEPEST = 2;

/**
 * Every model in `folder`, and the embedded one, last. Broken models are listed with their problem.
 *
 * Cheap enough to be called at every look: unchanged files are not read again. A model that was dropped in is found
 * at the next call. A folder that does not exist holds no models, and one called
 * like the embedded model is left out.
 */
export function installedModels(folder: string): InstalledModel[] {
  const root = resolve(folder);
  const found = modelFolders(root, '', DEEPEST)
    .filter((id) => id !== EMBEDDED_ID)
    .map((id) => described(join(root, id), id, describeModel(join(root, id), basename(id))));
  return [...found, described(MINI_FOLDER, EMBEDDED_ID, MINI)];
}

/**
 * The model to translate these sentences with: the installed one that is made for the fewest languages, else one with
 * a closed vocabulary that covers them, else null.
 */
export function chooseModel(
  models: readonly InstalledModel[],
  language: string,
  sentences: readonly string[],
): InstalledModel | null {
  const usable = models
    .filter((model) => model.problem === null && translates(model, language))
    .toSorted((a, b) => a.source.length - b.source.length);
  return (
    usable.find((model) => !model.closedVocabulary) ??
    usable.find((model) => model.closedVocabulary && covers(model, sentences, language).covered) ??
    null
  );
}

/** Whether the model knows the words of these sentences: always, unless its vocabulary is closed. */
export function covers(model: InstalledModel, sentences: readonly string[], language: string): Coverage {
  return model.closedVocabulary ? miniCovers(sentences, language) : { covered: true, unknown: [] };
}

/** The folders that hold a model or what is left of one, as paths below the models folder. */
function modelFolders(folder: string, below: string, depth: number): string[] {
  let entries;
  try {
    entries = readdirSync(join(folder, below), { withFileTypes: true });
  } catch {
    return [];
  }
  const names = entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink()))
    .map((entry) => entry.name)
    .toSorted();
  if (below !== '' && (names.includes('onnx') || entries.some((entry) => entry.name === 'config.json')))
    return [below];
  if (depth === 0) return [];
  return names.flatMap((name) => modelFolders(folder, below === '' ? name : `${below}/${name}`, depth - 1));
}

function described(folder: string, id: string, description: Description): InstalledModel {
  const { name, source, target } = description;
  const embedded = folder === MINI_FOLDER;
  const { sizeBytes, version, problem } = inspectModel(folder, name);
  return {
    id,
    name,
    folder,
    source,
    target,
    sizeBytes,
    embedded,
    closedVocabulary: embedded,
    problem: problem ?? description.problem ?? (source.length === 0 ? languageUnknown(name, folder) : null),
    version,
  };
}

const languageUnknown = (name: string, folder: string): InstalledModel['problem'] => ({
  code: 'model.language',
  message: `It is not known which language the model ${name} translates. Put a file bitext.json into ${folder}, such as {"source": ["de"], "target": "en"}.`,
});
