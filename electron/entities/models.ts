/** Models, their downloads and what runs them: as the API of the application shows them, in zod. */
import { z } from 'zod';

export const Model = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  source: z.array(z.string()),
  target: z.string(),
  sizeBytes: z.number(),
  embedded: z.boolean(),
  closedVocabulary: z.boolean(),
  problem: z.string().nullable(),
  /** A short fingerprint of its files. */
  version: z.string(),
  /** Where it came from on the hub (owner/name), where that is known. */
  repository: z.string().nullable(),
  /** The commit of the repository. */
  revision: z.string().nullable(),
  /** SPDX identifier, where it is known. */
  licence: z.string().nullable(),
  /** The licence forbids commercial use. */
  isNonCommercial: z.boolean(),
  /** What its folder takes on the disk. */
  diskBytes: z.number(),
  /** When every byte was last found to be right (ISO 8601); null when it has not been looked at since its files changed. */
  verifiedAt: z.string().nullable(),
  /** Whether `models.repair` knows where to get its files. */
  isRepairable: z.boolean(),
});
export type Model = z.infer<typeof Model>;

export const KnownModel = z.object({
  id: z.string(),
  repository: z.string(),
  name: z.string(),
  source: z.array(z.string()),
  target: z.string(),
  sizeBytes: z.number(),
  sizeIsApproximate: z.boolean(),
  licence: z.string(),
  /** The page that states it. */
  licenceUrl: z.string(),
  /** Whether it forbids commercial use, so that `models.install` wants `consent: true`. */
  isNonCommercial: z.boolean(),
  supported: z.boolean(),
  /** What to expect of the English, in the languages for which no figure tells it. */
  quality: z.enum(['good', 'fair', 'gist']),
  /** What others measured and published, in points from 0 to 100, by source language. */
  figures: z.array(
    z.object({
      language: z.string(),
      metric: z.enum(['chrF', 'BLEU']),
      value: z.number(),
      testSet: z.string(),
      /** The page that states it. */
      source: z.string(),
    }),
  ),
  /** What an editor should know before getting it. */
  note: z.string().nullable(),
  /** When such a consent was given, or null. */
  consentedAt: z.string().nullable(),
});
export type KnownModel = z.infer<typeof KnownModel>;

/** The known models that translate a language, the best one to get first, and what to expect of each in that language. */
export const Choice = z.object({
  language: z.string(),
  models: z.array(z.object({ id: z.string(), quality: z.enum(['good', 'fair', 'gist']) })),
});
export type Choice = z.infer<typeof Choice>;

/** A model on its way onto this machine, be it from the hub or from a folder or archive. */
export const Download = z.object({
  /** What `models.cancel` takes: a known model's id, or the path that it comes from. */
  model: z.string(),
  name: z.string(),
  from: z.enum(['hub', 'path']),
  /**
   * `queued` waits for another one; `checking`: all is there and is looked at; `stopped`: cancelled or cut off, what has come
   * is kept and `models.install` goes on with it; `failed`: see `error`.
   */
  state: z.enum(['queued', 'running', 'checking', 'stopped', 'failed']),
  receivedBytes: z.number(),
  /** Null until it is known. */
  totalBytes: z.number().nullable(),
  bytesPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Why the last try brought nothing, in a sentence, while the same is tried again. */
  retrying: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Download = z.infer<typeof Download>;

/** What a look at every byte of a model found. */
export const Verification = z.object({
  model: z.string(),
  name: z.string(),
  files: z.number().int(),
  sizeBytes: z.number(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Verification = z.infer<typeof Verification>;

/** How many engine processes work side by side, each with how many threads. */
const Layout = z.object({ processes: z.number().int(), threads: z.number().int() });

export const EngineStatus = z.object({
  /** Of the request at work, or of the last one; null before the first. */
  layout: Layout.nullable(),
  /** Whether the fastest layout is just being found out, with sentences that are to be translated anyway. */
  isMeasuring: z.boolean(),
  processes: z.array(
    z.object({
      pid: z.number().int(),
      /** The id of the model that it holds. */
      model: z.string().nullable(),
      /** Resident memory, as the process last said. */
      memoryBytes: z.number().nullable(),
      isBusy: z.boolean(),
    }),
  ),
});
export type EngineStatus = z.infer<typeof EngineStatus>;
