/**
 * The one API of the application: every method's input and output, and every event, in zod.
 *
 * Each host (desktop, browser, command line) carries just these calls; `dispatch` checks them at the border.
 * To add a feature: name its method here, then write its handler in `electron/workbench/`.
 */
import { z } from 'zod';

// ── Entities ────────────────────────────────────────────────────────────────────────────────────────────────

export const UnitState = z.enum(['untranslated', 'draft', 'edited', 'approved']);
export type UnitState = z.infer<typeof UnitState>;

export const BlockKind = z.enum([
  'heading',
  'paragraph',
  'dialogue',
  'list-item',
  'link',
  'sign-off',
  'furniture',
]);

/** How far a machine draft can be trusted, 0–1, and what speaks against it in an editor's words, the most serious first. */
export const Confidence = z.object({
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type Confidence = z.infer<typeof Confidence>;

/** Below this a machine draft wants a look. */
export const DOUBTFUL_CONFIDENCE = 0.6;

/** In the place of a model's id: the text was taken over from an approved unit with the same source. */
export const MEMORY = 'memory';

/** A row of the grid: a span of source sentences (as one line in `source`) and its target text. `start`/`end` are UTF-16 offsets into the article's text. */
export const Unit = z.object({
  id: z.number().int(),
  article: z.number().int(),
  position: z.number().int(),
  /** The paragraph that the unit begins in, and what that paragraph is. */
  paragraph: z.number().int(),
  kind: BlockKind,
  /** BCP 47, where its paragraph is in another language than the article; else null. */
  language: z.string().nullable(),
  start: z.number().int(),
  end: z.number().int(),
  source: z.string(),
  target: z.string(),
  state: UnitState,
  /** The newest machine draft, kept beside the edit. */
  draft: z.object({ model: z.string(), text: z.string() }).nullable(),
  /** How far the machine draft can be trusted that is the unit's text; null for other texts, and where that is not known. */
  confidence: Confidence.nullable(),
  /** How sure the aligner was that an existing translation's text belongs here, 0–1; null where it was not asked. */
  alignment: z.number().nullable(),
  changedAt: z.string(),
});
export type Unit = z.infer<typeof Unit>;

/** Below this the pairing of an original with its existing translation wants a look. */
export const UNSURE_ALIGNMENT = 0.7;

export const Job = z.object({
  id: z.number().int(),
  article: z.number().int(),
  model: z.string(),
  /** Whether it makes new drafts for all sentences, or translates only those that have no translation. */
  again: z.boolean(),
  /** One that is `queued` with a `retryAt` has failed and waits for another attempt. */
  state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int(),
  /** What went wrong, for the editor, when `state` is `failed` or another attempt is waited for. */
  error: z.string().nullable(),
  retryAt: z.string().nullable(),
  /** Source words; null as long as it cannot be told, or when it is not the job's turn. */
  wordsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type Job = z.infer<typeof Job>;

/** How far a job is, in words: "18 of 120 · 6 words/s · about 2 min left". */
export function progressText({ done, total, wordsPerSecond, secondsLeft }: Job): string {
  const words = [`${done} of ${total}`];
  if (wordsPerSecond !== null)
    words.push(`${Math.max(1, Math.round(wordsPerSecond)).toLocaleString('en')} words/s`);
  if (secondsLeft !== null && done < total) words.push(`about ${duration(secondsLeft)} left`);
  return words.join(' · ');
}

/** As roughly as it is known. */
function duration(seconds: number): string {
  if (seconds < 55) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${Math.max(1, minutes)} min` : `${Math.round(minutes / 60)} h`;
}

/** What stands between an article and its translation. */
export const Readiness = z.discriminatedUnion('status', [
  z.object({ status: z.literal('already-english') }),
  z.object({ status: z.literal('ready'), model: z.string() }),
  z.object({
    status: z.literal('needs-model'),
    repository: z.string().nullable(),
    sizeBytes: z.number().nullable(),
  }),
  z.object({ status: z.literal('needs-language') }),
]);
export type Readiness = z.infer<typeof Readiness>;

export const Counts = z.object({
  untranslated: z.number().int(),
  draft: z.number().int(),
  edited: z.number().int(),
  approved: z.number().int(),
});

export const Article = z.object({
  id: z.number().int(),
  title: z.string(),
  /** The file it came from, or the name it was pasted under. */
  name: z.string(),
  origin: z.enum(['file', 'paste', 'sample', 'demo']),
  /** BCP 47, or null when it could not be told. */
  language: z.string().nullable(),
  /** How sure the identification was, 0–1; 1 when the editor chose the language. */
  confidence: z.number(),
  languageChosen: z.boolean(),
  /** Standards too near to each other to be told apart, the likeliest first; empty where there is no doubt. */
  languageGroup: z.array(z.string()),
  /** As the article itself gives it, e.g. `2024-06`. */
  date: z.string().nullable(),
  importedAt: z.string(),
  words: z.number().int(),
  counts: Counts,
  readiness: Readiness,
  job: Job.nullable(),
});
export type Article = z.infer<typeof Article>;

export const ImportResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('imported'), name: z.string(), article: Article }),
  z.object({ status: z.literal('duplicate'), name: z.string(), article: Article, message: z.string() }),
  z.object({ status: z.literal('failed'), name: z.string(), code: z.string(), message: z.string() }),
]);
export type ImportResult = z.infer<typeof ImportResult>;

/** What Ctrl+Z and Ctrl+Shift+Z would do in this article now; null when nothing. */
export const History = z.object({ undo: z.string().nullable(), redo: z.string().nullable() });
export type History = z.infer<typeof History>;

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

export const Draft = z.object({
  model: z.string(),
  /** The model's name; its id when it is no longer installed. */
  name: z.string(),
  text: z.string(),
  confidence: Confidence.nullable(),
  madeAt: z.string(),
  /** Whether it is the unit's text as it stands. */
  isCurrent: z.boolean(),
});
export type Draft = z.infer<typeof Draft>;

export const ExportFormat = z.enum(['tmx', 'html', 'tsv', 'jsonl']);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const Identification = z.object({
  language: z.string().nullable(),
  confidence: z.number(),
  candidates: z.array(z.object({ language: z.string(), confidence: z.number() })),
  group: z.array(z.string()).optional(),
});

/** n source sentences that m target sentences translate, by index from 0; one side may be empty. */
export const Bead = z.object({
  source: z.array(z.number().int()),
  target: z.array(z.number().int()),
  score: z.number(),
  confidence: z.number(),
});

// ── Methods ─────────────────────────────────────────────────────────────────────────────────────────────────

const ArticleId = z.number().int();
const UnitId = z.number().int();
/** The id of an installed or a known model; for a download from a folder or archive its path. */
const ModelId = z.string().min(1).max(4096);
const Articles = z.object({ articles: z.array(ArticleId) });
/** One uninterrupted stay of the caret in a unit: saves of one visit become one step of undo. */
const Visit = z.string().max(64);
const Target = z.string().max(100_000);
const Changed = z.object({ units: z.array(Unit), history: History });
/** `isRecut`: the article has other units now, and is to be opened anew. */
const Stepped = Changed.extend({ isRecut: z.boolean() });
/** A text and its language (BCP 47). */
const TextIn = z.object({ text: z.string(), language: z.string().max(35) });
const none = z.object({});

export const contract = {
  'app.info': {
    input: none,
    output: z.object({ version: z.string(), database: z.string(), modelsFolder: z.string() }),
  },

  'library.list': { input: none, output: z.array(Article) },
  'library.get': { input: z.object({ article: ArticleId }), output: Article },
  /** Titles, names and both sides' text; ids of the articles that hold every word of the query. */
  'library.search': { input: z.object({ query: z.string().max(500) }), output: z.array(ArticleId) },
  'library.import': {
    input: z.object({
      files: z
        .array(
          z.object({
            name: z.string().min(1).max(500),
            /** The file's bytes as they are, in base64: only the workbench decodes text. */
            base64: z.base64(),
            origin: z.enum(['file', 'paste']).default('file'),
          }),
        )
        .min(1)
        .max(1000),
      language: z.string().max(35).optional(),
    }),
    output: z.array(ImportResult),
  },
  'library.openSamples': { input: none, output: z.array(Article) },
  'library.setLanguage': {
    input: z.object({ article: ArticleId, language: z.string().max(35) }),
    output: Article,
  },
  /** Takes articles out of the library; nothing is erased, `restore` brings them back. */
  'library.remove': { input: Articles, output: none },
  /** What was taken out, newest first. */
  'library.removed': { input: none, output: z.array(Article) },
  'library.restore': { input: Articles, output: z.array(Article) },

  'language.identify': { input: z.object({ text: z.string() }), output: Identification },
  'language.segment': {
    input: z.object({ text: z.string(), language: z.string().max(35) }),
    output: z.array(
      z.object({ paragraph: z.number(), start: z.number(), end: z.number(), text: z.string() }),
    ),
  },

  'review.open': {
    input: z.object({ article: ArticleId }),
    output: z.object({ article: Article, units: z.array(Unit), history: History }),
  },
  'review.save': { input: z.object({ unit: UnitId, target: Target, visit: Visit }), output: Changed },
  /** Saves the text and approves it in one step of undo. */
  'review.confirm': { input: z.object({ unit: UnitId, target: Target, visit: Visit }), output: Changed },
  /** Takes an approval back. */
  'review.reopen': { input: z.object({ unit: UnitId }), output: Changed },
  /** What the machine made of a unit, the newest first; with `MEMORY`, what was taken over from an approved one. */
  'review.drafts': { input: z.object({ unit: UnitId }), output: z.array(Draft) },
  'review.undo': { input: z.object({ article: ArticleId }), output: Stepped },
  'review.redo': { input: z.object({ article: ArticleId }), output: Stepped },

  /**
   * Aligns an existing English translation with an article, whose units are made anew from the pairs; undo brings the old
   * ones back. `unsure`: how many of the pairs want a look.
   */
  'align.addTranslation': {
    input: z.object({ article: ArticleId, name: z.string().min(1).max(500), base64: z.base64() }),
    output: z.object({
      units: z.number().int(),
      unsure: z.number().int(),
      /** Original sentences that nothing translates, and additions of the translator. */
      unanswered: z.number().int(),
      additions: z.number().int(),
    }),
  },
  /** Aligns two texts; nothing is stored. */
  'align.texts': {
    input: z.object({
      source: TextIn,
      target: TextIn,
      /** A line is a sentence already. */
      isOneSentenceALine: z.boolean().default(false),
      /** A machine translation of each source sentence. */
      machineTranslation: z.array(z.string()).optional(),
    }),
    output: z.object({ source: z.array(z.string()), target: z.array(z.string()), beads: z.array(Bead) }),
  },

  /**
   * Queues articles. With `again` every sentence gets a new draft, which takes the place of an older one; what a person has
   * written stays, with the draft beside it.
   */
  'translate.start': {
    input: Articles.extend({ model: z.string().optional(), again: z.boolean().default(false) }),
    output: z.array(Job),
  },
  /** A window shows an article, from this unit on: it is translated before the others. */
  'translate.show': { input: z.object({ article: ArticleId, unit: UnitId.nullable() }), output: none },
  /** One article, or all with null. What is paused stays so over a restart. */
  'translate.pause': { input: z.object({ article: ArticleId.nullable() }), output: none },
  'translate.resume': { input: z.object({ article: ArticleId.nullable() }), output: none },
  /** Does the rest of the article's last job, which failed or was cancelled, or waits for another attempt. */
  'translate.retry': { input: z.object({ article: ArticleId }), output: none },
  'translate.cancel': { input: z.object({ article: ArticleId }), output: none },
  /** Lines in, lines out, in order; nothing is stored. */
  'translate.lines': {
    input: z.object({
      lines: z.array(z.string()).max(512),
      language: z.string().max(35),
      model: z.string().optional(),
      /** Width of the beam; greedy when left out. */
      beam: z.number().int().min(1).max(6).optional(),
    }),
    output: z.array(z.string()),
  },

  'models.list': {
    input: none,
    output: z.object({
      folder: z.string(),
      /** Free on the disk of that folder; null where the system does not say. */
      freeBytes: z.number().nullable(),
      /** Where models are downloaded from, and whether the environment (`BITEXT_HUB`) says so and not the setting. */
      hub: z.object({ url: z.string(), isFixed: z.boolean() }),
      installed: z.array(Model),
      known: z.array(KnownModel),
      /** For every language that a known model translates. */
      choices: z.array(Choice),
      downloads: z.array(Download),
    }),
  },
  /**
   * Begins to get a known model (by id or repository), or goes on with what an earlier attempt left; `models.changed` tells how it goes.
   * `model.consent`: its licence needs `consent: true`, which is recorded.
   */
  'models.install': {
    input: z.object({ model: ModelId, consent: z.boolean().default(false) }),
    output: Download,
  },
  /** Begins to install every model in a folder, `.zip` or `.tar.gz` on the workbench's machine. */
  'models.installFrom': {
    input: z.object({ path: z.string().min(1).max(4096), consent: z.boolean().default(false) }),
    output: Download,
  },
  /** Ends a download at once, and takes a failed one off the list; `discard`: what has come is not kept for another time. */
  'models.cancel': { input: z.object({ model: ModelId, discard: z.boolean().default(false) }), output: none },
  'models.remove': { input: z.object({ model: ModelId }), output: none },
  /** Reads every byte of a model, or of all; a model without recorded checksums has them recorded. */
  'models.verify': { input: z.object({ model: ModelId.optional() }), output: z.array(Verification) },
  /** Begins to get those files of an installed model again that are not what they should be. */
  'models.repair': { input: z.object({ model: ModelId }), output: Download },
  /** Writes models with checksums into a folder, or into one file when the path ends in `.tar.gz`, for `installFrom` elsewhere. */
  'models.pack': {
    input: z.object({ models: z.array(ModelId).optional(), path: z.string().min(1).max(4096) }),
    output: z.object({ path: z.string(), models: z.array(z.string()), sizeBytes: z.number() }),
  },
  /** Another place to download from, for example a mirror in the own house; null for the usual one. */
  'models.setHub': { input: z.object({ url: z.string().max(2048).nullable() }), output: none },

  /** What translates just now, and the memory it takes. */
  'engine.status': { input: none, output: EngineStatus },

  'export.bitext': {
    input: z.object({
      /** Which articles; all of the library when left out. */
      articles: z.array(ArticleId).optional(),
      format: ExportFormat,
      states: z.array(UnitState).min(1).default(['draft', 'edited', 'approved']),
    }),
    output: z.object({
      name: z.string(),
      mime: z.string(),
      content: z.string(),
      units: z.number().int(),
      /** Units in these states that the format has no place for: TMX takes none without a translation. */
      leftOut: z.number().int(),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Method = keyof typeof contract;
/**
 * Each of these takes one more step: sent again after an answer was lost, it would take two. So whoever carries calls
 * lets it fail when the connection breaks; every other method may be repeated.
 */
const notRepeatable: ReadonlySet<string> = new Set<Method>([
  'review.undo',
  'review.redo',
  'align.addTranslation',
]);

/** A call that was on its way so many times when the connection broke may well be what breaks it. */
const MOST_DELIVERIES = 3;

/** Whether a call whose answer was lost may be sent again. */
export const isRepeatable = (method: string, deliveries: number): boolean =>
  deliveries < MOST_DELIVERIES && !notRepeatable.has(method);

/** What happens to it when not. */
export const connectionLost: Failure = {
  code: 'connection.lost',
  message: 'The connection was lost before the answer came.',
};

/** What a caller may send (defaults left out). */
export type Input<M extends Method> = z.input<(typeof contract)[M]['input']>;
/** What a handler receives (defaults filled in). */
export type Parsed<M extends Method> = z.output<(typeof contract)[M]['input']>;
export type Output<M extends Method> = z.output<(typeof contract)[M]['output']>;

// ── Events ──────────────────────────────────────────────────────────────────────────────────────────────────

export const events = {
  /** Articles came, went or changed. */
  'library.changed': z.object({ articles: z.array(ArticleId) }),
  /** Units changed, by the machine or by another window. */
  'units.changed': z.object({ article: ArticleId, units: z.array(Unit) }),
  /** The article has other units than before. */
  'article.recut': z.object({ article: ArticleId }),
  'job.changed': z.object({ job: Job }),
  /** Every download as it stands, and whether models came, went or changed since. */
  'models.changed': z.object({ downloads: z.array(Download), isListChanged: z.boolean() }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;
/** An event as it travels. */
export type Event = { [E in EventName]: { event: E; payload: EventPayload<E> } }[EventName];

// ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────────

export interface Failure {
  /** Dotted and stable, e.g. `file.encoding`; `internal` for a defect of ours. */
  code: string;
  /** For the editor. */
  message: string;
}
export type Answer<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** The call as every host carries it. */
export type Dispatch = <M extends Method>(method: M, input: Input<M>) => Promise<Answer<Output<M>>>;
