/**
 * The one API of the application: every method's input and output, and every event, in zod.
 *
 * Each host (desktop, browser, command line) carries just these calls; `dispatch` checks them at the border.
 * To add a feature: name its method here, then write its handler in `electron/workbench/`.
 */
import { z } from 'zod';
import { Choice, Download, EngineStatus, KnownModel, Model, Verification } from './entities/models.ts';
import {
  Article,
  Bead,
  Draft,
  ExportFormat,
  History,
  Identification,
  ImportResult,
  Job,
  Unit,
  UnitState,
} from './entities/review.ts';

export * from './entities/models.ts';
export * from './entities/review.ts';

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
  'models.repair': {
    input: z.object({ model: ModelId, consent: z.boolean().default(false) }),
    output: Download,
  },
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
