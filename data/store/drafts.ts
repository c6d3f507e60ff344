import type { Store } from './store.ts';

/** The id under which a text stands that was taken over from an approved unit; no model has it. */
export const MEMORY = 'memory';

/** Why the translation of a sentence wants a look, in an editor's words. */
export interface DraftReason {
  code: string;
  message: string;
}

/** What the machine made of a unit's source, and what is known of how. */
export interface Draft {
  /** The model's id, or `MEMORY`. */
  model: string;
  text: string;
  meanLogProb: number | null;
  minLogProb: number | null;
  /** The job that asked for it. */
  job?: number | null;
  /** What the model was told of the source's language, BCP 47. */
  language?: string | null;
  /** The fingerprint of the model's files. */
  version?: string | null;
  tokens?: number | null;
  stop?: 'end' | 'length' | 'loop' | null;
  /** How far it can be trusted, 0–1, with what speaks against it; null where that is not known. */
  confidence?: { score: number; reasons: readonly DraftReason[] } | null;
}

/** A draft as it is kept. */
export interface KeptDraft {
  model: string;
  text: string;
  score: number | null;
  reasons: DraftReason[];
  madeAt: string;
}

/**
 * Keeps what the machine said, in the place of what the same model said before. It becomes the unit's target only where
 * nobody has written anything; with `renews`, also in the place of an older draft. The condition is in the same statement
 * as the change, so no edit can slip in between.
 */
export function addDraft(
  store: Store,
  unit: number,
  draft: Draft,
  at: string,
  { renews = false }: { renews?: boolean } = {},
): void {
  const { confidence = null } = draft;
  store.run`
    INSERT INTO drafts (unit, model, text, mean_log_prob, min_log_prob, made_at, job, language, version, tokens, stop, score, reasons)
    VALUES (${unit}, ${draft.model}, ${draft.text}, ${draft.meanLogProb}, ${draft.minLogProb}, ${at}, ${draft.job ?? null},
      ${draft.language ?? null}, ${draft.version ?? null}, ${draft.tokens ?? null}, ${draft.stop ?? null},
      ${confidence?.score ?? null}, ${confidence ? JSON.stringify(confidence.reasons) : null})
    ON CONFLICT (unit, model) DO UPDATE SET
      text = excluded.text, mean_log_prob = excluded.mean_log_prob, min_log_prob = excluded.min_log_prob, made_at = excluded.made_at,
      job = excluded.job, language = excluded.language, version = excluded.version, tokens = excluded.tokens,
      stop = excluded.stop, score = excluded.score, reasons = excluded.reasons`;
  store.run`
    UPDATE units SET target = ${draft.text}, state = 'draft', changed_at = ${at}
    WHERE id = ${unit} AND (state = 'untranslated' OR (state = 'draft' AND ${renews ? 1 : 0}))`;
}

/** Gives one unit the drafts of another, whose source is the same. */
export function copyDrafts(store: Store, from: number, to: number): void {
  store.run`
    INSERT INTO drafts (unit, model, text, mean_log_prob, min_log_prob, made_at, job, language, version, tokens, stop, score, reasons)
    SELECT ${to}, model, text, mean_log_prob, min_log_prob, made_at, job, language, version, tokens, stop, score, reasons
    FROM drafts WHERE unit = ${from}`;
}

/** All drafts of a unit, the newest first. */
export const draftsOf = (store: Store, unit: number): KeptDraft[] =>
  store.all<{ model: string; text: string; score: number | null; reasons: string | null; made_at: string }>`
    SELECT model, text, score, reasons, made_at FROM drafts WHERE unit = ${unit} ORDER BY made_at DESC, model`.map(
    ({ made_at, reasons, ...draft }) => ({ ...draft, reasons: parseReasons(reasons), madeAt: made_at }),
  );

export const parseReasons = (json: string | null): DraftReason[] =>
  json === null ? [] : (JSON.parse(json) as DraftReason[]);

/** A sentence, wherever it stands. */
export interface SourceKey {
  /** See `sourceKey`. */
  key: string;
  /** BCP 47. */
  language: string;
}

/** The English of the same sentence that was approved last, in any article of the library; undefined when there is none. */
export const approvedText = (store: Store, { key, language }: SourceKey): string | undefined =>
  store.get<{ target: string }>`
    SELECT u.target FROM standing_units u JOIN articles a ON a.id = u.article
    WHERE u.source_key = ${key} AND u.state = 'approved' AND coalesce(u.language, a.language) = ${language}
      AND a.removed_at IS NULL AND u.target <> ''
    ORDER BY u.changed_at DESC, u.id DESC LIMIT 1`?.target;

interface FoundDraft {
  text: string;
  mean_log_prob: number | null;
  min_log_prob: number | null;
  tokens: number | null;
  stop: Draft['stop'];
  score: number | null;
  reasons: string | null;
}

/** What the same files of the same model made of the same sentence before, told the same language; undefined when they did not. */
export function earlierDraft(
  store: Store,
  { key, language }: SourceKey,
  model: string,
  version: string,
): Draft | undefined {
  const found = store.get<FoundDraft>`
    SELECT d.text, d.mean_log_prob, d.min_log_prob, d.tokens, d.stop, d.score, d.reasons
    FROM standing_units u JOIN drafts d ON d.unit = u.id
    WHERE u.source_key = ${key} AND d.model = ${model} AND d.version = ${version} AND d.language = ${language}
    ORDER BY d.made_at DESC LIMIT 1`;
  return (
    found && {
      model,
      version,
      language,
      text: found.text,
      meanLogProb: found.mean_log_prob,
      minLogProb: found.min_log_prob,
      tokens: found.tokens,
      stop: found.stop ?? null,
      confidence: found.score === null ? null : { score: found.score, reasons: parseReasons(found.reasons) },
    }
  );
}
