/** What the catalogue says of a model: the form of its entries, checked when the app starts. */
import { z } from 'zod';
import { standardFiles } from './files.ts';

/** What to expect of the English, best first; `gist` tells what a text is about, no more. */
export const Quality = z.enum(['good', 'fair', 'gist']);
export type Quality = z.infer<typeof Quality>;

const Tag = z.string().refine(isCanonical, { error: 'is no canonical language tag' });

/** Inside the file one source stands for many languages; it is unfolded to one figure a language. */
const Figures = z.strictObject({
  /** Both in points from 0 to 100. */
  metric: z.enum(['chrF', 'BLEU']),
  testSet: z.string().min(1),
  /** The page that states the values. */
  source: z.url({ protocol: /^https$/u }),
  values: z.record(Tag, z.number().min(0).max(100)),
});

/** What somebody measured and published. */
export interface Figure {
  /** The source language, BCP 47. */
  language: string;
  metric: 'chrF' | 'BLEU';
  value: number;
  testSet: string;
  source: string;
}

const ModelFile = z.strictObject({
  /** Relative to the repository. */
  path: z.string().min(1),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
  sizeBytes: z.number().int().positive().optional(),
});
export type ModelFile = z.infer<typeof ModelFile>;

const Entry = z
  .strictObject({
    id: z.string().min(1),
    /** On the hub: owner/name. */
    repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/u),
    /** The commit of the repository; left out, the newest is taken. */
    revision: z
      .string()
      .regex(/^[0-9a-f]{40}$/u)
      .optional(),
    name: z.string().min(1),
    kind: z.enum(['marian', 'm2m100', 'small100', 'nllb']),
    source: z.array(Tag).min(1),
    target: Tag,
    /** Left out, they are those of the standard layout, and their checksums are recorded at the first download. */
    files: z.array(ModelFile).min(1).optional(),
    /** Of the files that are needed. */
    sizeBytes: z.number().int().positive(),
    sizeIsApproximate: z.boolean(),
    /** SPDX identifier, as the makers' card on the hub states it. */
    licence: z.string().min(1),
    /** The page that states it. */
    licenceUrl: z.url({ protocol: /^https$/u }),
    /** Whether the licence forbids commercial use, so that it is not downloaded without consent. */
    isNonCommercial: z.boolean(),
    /** Whether this version can run it. */
    supported: z.boolean(),
    /** Of the languages for which no figure tells it. */
    quality: Quality,
    figures: z.array(Figures),
    /** What an editor should know before getting it. */
    note: z.string().min(1).optional(),
  })
  .refine(({ licence, isNonCommercial }) => isNonCommercial === /-NC(?:-|$)/u.test(licence), {
    error: 'contradicts the licence',
    path: ['isNonCommercial'],
  })
  .refine(({ source, figures }) => figures.every(({ values }) => isSubset(Object.keys(values), source)), {
    error: 'are of a language that the model does not translate',
    path: ['figures'],
  });

const unfold = (figures: z.infer<typeof Figures>[]): Figure[] =>
  figures.flatMap(({ values, ...rest }) =>
    Object.entries(values).map(([language, value]) => ({ language, value, ...rest })),
  );

/** An entry as the file has it; parsed, its files are named and its figures stand one by one. */
export const KnownModel = Entry.transform(({ files, figures, ...entry }) => ({
  ...entry,
  files: files ?? standardFiles.map((path): ModelFile => ({ path })),
  figures: unfold(figures),
}));
export type KnownModel = Readonly<z.infer<typeof KnownModel>>;

/** The whole file: no two models may share an id or a repository. */
export const Catalogue = z.strictObject({
  models: z
    .array(KnownModel)
    .refine((models) => isUnique(models.map(({ id }) => id)), { error: 'share an id' })
    .refine((models) => isUnique(models.map(({ repository }) => repository)), {
      error: 'share a repository',
    }),
});

function isCanonical(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

const isSubset = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((item) => whole.includes(item));

const isUnique = (items: readonly string[]): boolean => new Set(items).size === items.length;
