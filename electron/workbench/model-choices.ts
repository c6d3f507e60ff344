import { languages } from '../../models/languages.ts';
import { isEnglish, knownModels, knownModelsFor } from '../../models/translation/catalogue.ts';
import type { Choice } from '../contract.ts';

let choices: Choice[] | undefined;

/** What there is to get for each language. The catalogue does not change while the app runs: worked out once. */
export const modelChoices = (): Choice[] =>
  (choices ??= [
    ...new Set([...languages.map(({ tag }) => tag), ...knownModels.flatMap(({ source }) => source)]),
  ]
    .filter((language) => !isEnglish(language))
    .map((language) => ({
      language,
      models: knownModelsFor(language).map(({ id, quality }) => ({ id, quality })),
    }))
    .filter(({ models }) => models.length > 0));
