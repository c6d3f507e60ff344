/**
 * What every writer of bitext takes and what every writer is.
 *
 * To add an export format: write one file here that exports a `BitextWriter`, and name it in `writers.ts`.
 * Writers are pure: they get plain values, open no file and no database, and give the document in chunks,
 * so that a large archive streams to disk with bounded memory.
 */
import type { BlockKind } from '../../models/text.ts';

export type UnitState = 'untranslated' | 'draft' | 'edited' | 'approved';

/** A translation unit: one row of the grid. */
export interface BitextUnit {
  id: number;
  /** Place in the article, from 0. */
  position: number;
  /** Index of the paragraph that the unit begins in, from 0. */
  paragraph: number;
  kind: BlockKind;
  /** BCP 47, where its paragraph is in another language than the article; left out or null elsewhere. */
  language?: string | null;
  source: string;
  /** Empty when there is no translation. */
  target: string;
  state: UnitState;
  /** The newest machine draft, kept beside the edit; null when no model has translated the unit. */
  draft: { model: string; text: string } | null;
  /** How sure the aligner was that an existing translation's text belongs here, 0–1; left out or null where it was not asked. */
  alignment?: number | null;
  /** How many source sentences the unit spans; left out when not known (then it counts as one). */
  sentences?: number;
  /** ISO 8601, UTC. */
  changedAt: string;
}

/** A unit's own language, or else its article's. */
export const languageOf = (
  unit: Pick<BitextUnit, 'language'>,
  article: Pick<BitextArticle, 'sourceLanguage'>,
): string => unit.language ?? article.sourceLanguage;

export interface BitextArticle {
  id: number;
  title: string;
  /** The file it came from, or the name it was pasted under. */
  name: string;
  /** `file`, `paste`, `sample`, `demo`. */
  origin: string;
  /** BCP 47; `und` when not known. */
  sourceLanguage: string;
  /** BCP 47. */
  targetLanguage: string;
  /** As the article itself gives it, e.g. `2024-06`; null when it gives none. */
  date: string | null;
  /** ISO 8601, UTC. */
  importedAt: string;
  /** In order of position; only the units that are to be exported. */
  units: BitextUnit[];
}

/** Who made the file and when. */
export interface Provenance {
  tool: string;
  version: string;
  /** ISO 8601, UTC. */
  exportedAt: string;
}

export interface BitextWriter {
  id: string;
  /** For a menu. */
  name: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** Whether the format can hold this unit; `write` leaves out those that it cannot, so a caller can say how many. */
  holds(unit: BitextUnit): boolean;
  /** The document, to be encoded as UTF-8 without BOM. The chunks have no meaning of their own. */
  write(articles: readonly BitextArticle[], provenance: Provenance): Iterable<string>;
}
