/** Articles, their units, and what is done to them: as the API of the application shows them, in zod. */
import { z } from 'zod';

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
