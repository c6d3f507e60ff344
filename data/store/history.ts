import { setLanguage, type ArticleLanguage } from './articles.ts';
import type { Store } from './store.ts';
import type { Unit, UnitState } from './units.ts';
import { retire, revive, setTarget } from './units.ts';

/** What a revision remembers of a unit. */
interface Snapshot {
  id: number;
  target: string;
  state: UnitState;
}

export type RevisionKind = 'edit' | 'confirm' | 'reopen' | 'align' | 'language';

interface RevisionRow {
  id: number;
  kind: RevisionKind;
  visit: string | null;
  before: string;
  after: string;
  languages: string | null;
}

export interface Change {
  article: number;
  kind: RevisionKind;
  /**
   * Saves of one visit to one unit become one revision for as long as each goes on from the one before: undo takes back
   * what the editor did there, not each keystroke.
   */
  visit: string | null;
  editor: string;
  before: readonly Unit[];
  after: readonly Unit[];
  /** Of the article, where the change is one of language. */
  languages?: Languages;
}

interface Languages {
  before: ArticleLanguage;
  after: ArticleLanguage;
}

const snapshots = (units: readonly Unit[]): Snapshot[] =>
  units.map(({ id, target, state }) => ({ id, target, state }));
const parse = (json: string) => JSON.parse(json) as Snapshot[];

/** Notes a change so that it can be undone. What had been undone before can then no longer be redone. */
export function record(store: Store, change: Change, at: string): void {
  const before = JSON.stringify(snapshots(change.before));
  const after = JSON.stringify(snapshots(change.after));
  if (before === after && !change.languages) return;
  store.run`UPDATE revisions SET standing = 'abandoned' WHERE article = ${change.article} AND standing = 'undone'`;
  const last = latestDone(store, change.article);
  if (change.visit !== null && last?.visit === change.visit && goesOn(parse(last.after), change.after)) {
    if (last.before === after) {
      // Typed and taken back within the visit: as if nothing had happened, for the editor.
      store.run`UPDATE revisions SET standing = 'abandoned', at = ${at} WHERE id = ${last.id}`;
    } else {
      store.run`UPDATE revisions SET kind = ${change.kind}, after = ${after}, at = ${at} WHERE id = ${last.id}`;
    }
    return;
  }
  store.run`
    INSERT INTO revisions (article, kind, visit, editor, at, before, after, languages)
    VALUES (${change.article}, ${change.kind}, ${change.visit}, ${change.editor}, ${at}, ${before}, ${after},
      ${change.languages ? JSON.stringify(change.languages) : null})`;
}

/** What a step of undo or redo did. */
export interface Applied {
  /** The units that changed and stand; none when there was nothing to do. */
  units: number[];
  /** The article has other units now than before, or another language. */
  isRecut: boolean;
}

const nothing: Applied = { units: [], isRecut: false };

/** Takes the article's latest change back. */
export function undo(store: Store, article: number, at: string): Applied {
  const revision = latestDone(store, article);
  if (!revision) return nothing;
  store.run`UPDATE revisions SET standing = 'undone' WHERE id = ${revision.id}`;
  const isOther = speak(store, article, revision, 'before');
  const applied = apply(store, parse(revision.after), parse(revision.before), at);
  return { ...applied, isRecut: applied.isRecut || isOther };
}

/** Makes the change again that was undone last. */
export function redo(store: Store, article: number, at: string): Applied {
  const revision = earliestUndone(store, article);
  if (!revision) return nothing;
  store.run`UPDATE revisions SET standing = 'done' WHERE id = ${revision.id}`;
  const isOther = speak(store, article, revision, 'after');
  const applied = apply(store, parse(revision.before), parse(revision.after), at);
  return { ...applied, isRecut: applied.isRecut || isOther };
}

/** The kinds of change that undo and redo would touch now. */
export function standing(
  store: Store,
  article: number,
): { undo: RevisionKind | null; redo: RevisionKind | null } {
  return {
    undo: latestDone(store, article)?.kind ?? null,
    redo: earliestUndone(store, article)?.kind ?? null,
  };
}

const latestDone = (store: Store, article: number) =>
  store.get<RevisionRow>`
    SELECT id, kind, visit, before, after, languages FROM revisions
    WHERE article = ${article} AND standing = 'done' ORDER BY id DESC LIMIT 1`;

const earliestUndone = (store: Store, article: number) =>
  store.get<RevisionRow>`
    SELECT id, kind, visit, before, after, languages FROM revisions
    WHERE article = ${article} AND standing = 'undone' ORDER BY id LIMIT 1`;

/**
 * Whether texts go on from the ones before: the same units, with at least half of each text kept at its ends.
 * What replaces a text is a step of its own, even within a visit: merged into one, the replaced text would be nowhere.
 */
const goesOn = (from: readonly Snapshot[], to: readonly Snapshot[]): boolean =>
  from.length === to.length &&
  from.every(({ id, target }, index) => {
    const next = to[index];
    return next?.id === id && 2 * sharedEnds(target, next.target) >= target.length;
  });

/** How many code units two texts share at their beginnings and ends together. */
function sharedEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a[prefix] === b[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && a.at(-1 - suffix) === b.at(-1 - suffix)) suffix++;
  return prefix + suffix;
}

/** Gives the article the language of that side of the revision; false where the change was none of language. */
function speak(store: Store, article: number, { languages }: RevisionRow, side: keyof Languages): boolean {
  if (languages === null) return false;
  setLanguage(store, article, (JSON.parse(languages) as Languages)[side]);
  return true;
}

/** Units that are on one side alone were made, or taken out, by a change of structure. */
function apply(store: Store, from: readonly Snapshot[], to: readonly Snapshot[], at: string): Applied {
  const there = new Set(from.map(({ id }) => id));
  const staying = new Set(to.map(({ id }) => id));
  const leaving = from.filter(({ id }) => !staying.has(id));
  const coming = to.filter(({ id }) => !there.has(id));
  // Those that leave go first: two units never stand at one position.
  for (const { id } of leaving) retire(store, id);
  for (const { id } of coming) revive(store, id);
  // What comes back is as it was when it left: the machine may have translated it after the change was noted.
  for (const { id, target, state } of to) if (there.has(id)) setTarget(store, id, target, state, at);
  return { units: to.map(({ id }) => id), isRecut: leaving.length + coming.length > 0 };
}
