import { oneLine, type BlockKind, type Span } from '../../models/text.ts';
import { articleText } from './articles.ts';
import { parseReasons, type DraftReason } from './drafts.ts';
import { sourceKey } from './source-key.ts';
import type { Store } from './store.ts';

export type UnitState = 'untranslated' | 'draft' | 'edited' | 'approved';

/** A translation unit with its source text, in one line, and the newest machine draft. Offsets: UTF-16, into the article's text. */
export interface Unit extends Span {
  id: number;
  article: number;
  position: number;
  paragraph: number;
  kind: BlockKind;
  /** BCP 47, where its paragraph is in another language than the article; else null. */
  language: string | null;
  source: string;
  target: string;
  state: UnitState;
  draft: { model: string; text: string } | null;
  /** How far the draft can be trusted that is its target; null for other targets, and where it is not known. */
  confidence: { score: number; reasons: DraftReason[] } | null;
  /** How sure the aligner was that the target belongs to the source, 0–1; null where it was not asked. */
  alignment: number | null;
  changedAt: string;
}

export interface NewUnit extends Span {
  paragraph: number;
  kind: BlockKind;
  language?: string | null;
  target?: string;
  state?: UnitState;
  /** Where the target stands in an existing translation, and how sure the aligner is. */
  aligned?: { translation: number; start: number; end: number; confidence: number };
}

interface UnitRow extends Span {
  id: number;
  article: number;
  position: number;
  paragraph: number;
  kind: BlockKind;
  language: string | null;
  target: string;
  state: UnitState;
  alignment: number | null;
  changed_at: string;
  draft_model: string | null;
  draft_text: string | null;
  score: number | null;
  reasons: string | null;
}

const asUnit = (row: UnitRow, text: string): Unit => ({
  id: row.id,
  article: row.article,
  position: row.position,
  paragraph: row.paragraph,
  kind: row.kind,
  language: row.language,
  start: row.start,
  end: row.end,
  source: oneLine(text.slice(row.start, row.end)),
  target: row.target,
  state: row.state,
  draft: row.draft_model === null ? null : { model: row.draft_model, text: row.draft_text ?? '' },
  confidence:
    row.score !== null && row.state === 'draft' && row.target === row.draft_text
      ? { score: row.score, reasons: parseReasons(row.reasons) }
      : null,
  alignment: row.alignment,
  changedAt: row.changed_at,
});

/** Gives an article its units, in order. Those it had are retired, with their drafts. */
export function setUnits(store: Store, article: number, units: readonly NewUnit[], at: string): void {
  const text = articleText(store, article)?.text ?? '';
  store.run`UPDATE units SET retired = 1 WHERE article = ${article} AND retired = 0`;
  units.forEach((added, position) => {
    const { aligned } = added;
    store.run`
      INSERT INTO units (article, position, paragraph, kind, language, start, "end", target, state, changed_at, source_key,
        translation, target_start, target_end, alignment)
      VALUES (${article}, ${position}, ${added.paragraph}, ${added.kind}, ${added.language ?? null}, ${added.start}, ${added.end},
        ${added.target ?? ''}, ${added.state ?? 'untranslated'}, ${at},
        ${sourceKey(text.slice(added.start, added.end))},
        ${aligned?.translation ?? null}, ${aligned?.start ?? null}, ${aligned?.end ?? null}, ${aligned?.confidence ?? null})`;
  });
}

/** Takes a unit out of its article; `revive` brings it back as it was. */
export function retire(store: Store, id: number): void {
  store.run`UPDATE units SET retired = 1 WHERE id = ${id}`;
}

export function revive(store: Store, id: number): void {
  store.run`UPDATE units SET retired = 0 WHERE id = ${id}`;
}

/** All units of an article in order. */
export function unitsOf(store: Store, article: number): Unit[] {
  const text = articleText(store, article)?.text ?? '';
  return store.all<UnitRow>`
    SELECT u.*, d.model AS draft_model, d.text AS draft_text, d.score, d.reasons FROM standing_units u
    LEFT JOIN drafts d ON d.unit = u.id AND d.model =
      (SELECT model FROM drafts WHERE unit = u.id ORDER BY made_at DESC LIMIT 1)
    WHERE article = ${article} ORDER BY position`.map((row) => asUnit(row, text));
}

/** One unit, or undefined. */
export function unit(store: Store, id: number): Unit | undefined {
  const row = store.get<UnitRow>`
    SELECT u.*, d.model AS draft_model, d.text AS draft_text, d.score, d.reasons FROM standing_units u
    LEFT JOIN drafts d ON d.unit = u.id AND d.model =
      (SELECT model FROM drafts WHERE unit = u.id ORDER BY made_at DESC LIMIT 1)
    WHERE u.id = ${id}`;
  return row && asUnit(row, articleText(store, row.article)?.text ?? '');
}

/** Sets what a person decides about a unit. */
export function setTarget(store: Store, id: number, target: string, state: UnitState, at: string): void {
  store.run`UPDATE units SET target = ${target}, state = ${state}, changed_at = ${at} WHERE id = ${id}`;
}

/** Whether a person has written or approved anything in the article. */
export const hasHumanText = (store: Store, article: number): boolean =>
  store.get`SELECT 1 FROM standing_units WHERE article = ${article} AND state IN ('edited', 'approved') LIMIT 1` !==
  undefined;

/** How many units still wait for a translation. */
export const countUntranslated = (store: Store, article: number): number =>
  store.get<{
    n: number;
  }>`SELECT count(*) AS n FROM standing_units WHERE article = ${article} AND state = 'untranslated'`?.n ?? 0;

/** How many units a job that translates again has still to come to: those with an original that is not in English already. */
export const countNotRenewed = (store: Store, article: number, job: number | null): number =>
  store.get<{ n: number }>`
    SELECT count(*) AS n FROM standing_units u
    WHERE article = ${article} AND "end" > start AND language IS NOT 'en'
      AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.unit = u.id AND d.job = ${job})`?.n ?? 0;

/** Ids of the units that it has come to. */
export const renewedBy = (store: Store, article: number, job: number): ReadonlySet<number> =>
  new Set(
    store.all<{ id: number }>`
      SELECT u.id FROM standing_units u JOIN drafts d ON d.unit = u.id WHERE article = ${article} AND d.job = ${job}`.map(
      ({ id }) => id,
    ),
  );
