/**
 * The models that are known to exist, in the standard layout, on the public hub.
 *
 * The list is data (`catalogue.json`); it names only what its makers publish: for Slovene, Albanian and Norwegian
 * there is no bilingual Opus-MT model in ONNX. Licences are those of the makers' model cards; sizes are those of the
 * files that are needed, approximate where nobody has written them down.
 */
import { z } from 'zod';
import catalogue from './catalogue.json' with { type: 'json' };
import { standardFiles } from './files.ts';

/** What to expect of the English: `gist` tells what a text is about, no more. */
const Quality = z.enum(['good', 'fair', 'gist']);

const KnownModel = z.object({
  id: z.string(),
  /** On the hub: owner/name. */
  repository: z.string(),
  name: z.string(),
  kind: z.enum(['marian', 'm2m100', 'nllb']),
  /** BCP 47. */
  source: z.array(z.string()),
  target: z.string(),
  sizeBytes: z.number().int().positive(),
  sizeIsApproximate: z.boolean(),
  /** SPDX identifier. */
  licence: z.string(),
  /** Whether this version can run it. */
  supported: z.boolean(),
  quality: Quality,
  /** What an editor should know before getting it. */
  note: z.string().optional(),
});

export interface KnownModel extends z.infer<typeof KnownModel> {
  /** Paths of the files that are needed, relative to the repository. */
  files: readonly string[];
}

/** Every known model. */
export const knownModels: readonly KnownModel[] = z
  .array(KnownModel)
  .parse(catalogue.models)
  .map((model) => ({ ...model, files: standardFiles }));

/**
 * The known models that translate `language` into English, best first: those that this version can run before those
 * that it cannot, better before worse, made for few languages before made for many.
 *
 * @param language BCP 47 tag; a regional one finds the models of its language
 */
export function knownModelsFor(language: string): KnownModel[] {
  const best = Quality.options;
  return knownModels
    .filter((model) => translates(model, language))
    .toSorted(
      (a, b) =>
        Number(b.supported) - Number(a.supported) ||
        best.indexOf(a.quality) - best.indexOf(b.quality) ||
        a.source.length - b.source.length,
    );
}

/** Whether a model translates `language`, or the language that it is a regional form of, into English. */
export function translates(
  { source, target }: { source: readonly string[]; target: string },
  language: string,
): boolean {
  return isEnglish(target) && (source.includes(language) || source.includes(primary(language)));
}

/** English of any region: nothing else is translated into here. */
export const isEnglish = (tag: string): boolean => primary(tag) === 'en';

const primary = (tag: string): string => tag.split('-')[0] ?? tag;
