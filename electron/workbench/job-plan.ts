import type { Unit } from '../../data/store/units.ts';
import { languageName } from '../../models/languages.ts';
import type { InstalledModel } from '../../models/translation/installed.ts';
import type { ModelShelf } from './model-shelf.ts';

/** Sentences that one model translates together. */
export interface JobPart {
  model: InstalledModel;
  /** Of the sentences, BCP 47. */
  language: string;
  units: Unit[];
}

export interface JobPlan {
  parts: JobPart[];
  /** What cannot be translated, and how that can be mended, in the editor's words; null when everything can. */
  obstacle: string | null;
}

/**
 * Parts the sentences of a job by their language: those of the article go to the job's model, a quotation in another
 * language to a model for that one. What no model here translates is left and told of, never made up.
 * @throws InputError as `ModelShelf.require` does
 */
export function planJob(
  models: ModelShelf,
  modelId: string,
  language: string,
  waiting: readonly Unit[],
): JobPlan {
  const byLanguage = Map.groupBy(waiting, (unit) => unit.language ?? language);
  const parts: JobPart[] = [];
  const obstacles: string[] = [];
  for (const [tag, units] of byLanguage) {
    const sentences = units.map((unit) => unit.source);
    // What is in English already was its own draft; where the editor has emptied it, that is her will.
    if (tag === 'en') continue;
    const model =
      tag === language ? models.require(modelId, tag, sentences) : models.choose(tag, null, () => sentences);
    if (model) parts.push({ model, language: tag, units });
    else obstacles.push(`${count(units.length)} in ${languageName(tag)}. ${models.advice(tag)}`);
  }
  return { parts, obstacle: obstacles.length > 0 ? obstacles.join(' ') : null };
}

const count = (sentences: number): string =>
  sentences === 1 ? '1 sentence is' : `${sentences} sentences are`;
