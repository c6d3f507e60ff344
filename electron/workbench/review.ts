// What an editor does to units: write, confirm, take back. Each change and its revision are one transaction.
import { InputError } from '../../models/errors.ts';
import { draftsOf, MEMORY } from '../../data/store/drafts.ts';
import * as history from '../../data/store/history.ts';
import * as units from '../../data/store/units.ts';
import type { History, Output, Unit } from '../contract.ts';
import { requireArticle, viewArticle } from './article-view.ts';
import { handlers, now, type Workbench } from './handlers.ts';

export const review = handlers('review', {
  open: (workbench, { article }) => ({
    article: viewArticle(workbench, article),
    units: units.unitsOf(workbench.store, article),
    history: view(workbench, article),
  }),

  save: (workbench, { unit, target, visit }) =>
    change(workbench, unit, 'edit', visit, (before) => ({
      target,
      state: target === before.target ? before.state : stateOf(before, target),
    })),

  confirm(workbench, { unit, target, visit }) {
    if (target.trim() === '') {
      throw new InputError('unit.empty', 'An empty translation cannot be approved. Nothing was changed.');
    }
    return change(workbench, unit, 'confirm', visit, () => ({ target, state: 'approved' }));
  },

  reopen: (workbench, { unit }) =>
    change(workbench, unit, 'reopen', null, (before) => ({
      target: before.target,
      state: stateOf(before, before.target),
    })),

  drafts(workbench, { unit }) {
    const { target } = requireUnit(workbench, unit);
    const names = new Map(workbench.models.installed().map(({ id, name }) => [id, name]));
    return draftsOf(workbench.store, unit).map(({ model, text, score, reasons, madeAt }) => ({
      model,
      name: model === MEMORY ? 'From your approved translations' : (names.get(model) ?? model),
      text,
      confidence: score === null ? null : { score, reasons },
      madeAt,
      isCurrent: text === target,
    }));
  },

  undo: (workbench, { article }) => step(workbench, article, history.undo),

  redo: (workbench, { article }) => step(workbench, article, history.redo),
});

/** What an unapproved unit with this text is: the machine's words, nobody's, or the editor's. */
function stateOf(unit: units.Unit, target: string): units.UnitState {
  if (unit.draft && target === unit.draft.text) return 'draft';
  // An addition of a translator has no original that could be translated.
  return target === '' && !unit.draft && unit.source !== '' ? 'untranslated' : 'edited';
}

type Decision = Pick<units.Unit, 'target' | 'state'>;

function change(
  workbench: Workbench,
  id: number,
  kind: history.RevisionKind,
  visit: string | null,
  decide: (before: units.Unit) => Decision,
): Output<'review.save'> {
  const { store, editor } = workbench;
  const after = store.transaction(() => {
    const before = requireUnit(workbench, id);
    const { target, state } = decide(before);
    if (target === before.target && state === before.state) return before;
    units.setTarget(store, id, target, state, now());
    const changed = requireUnit(workbench, id);
    history.record(
      store,
      { article: before.article, kind, visit, editor, before: [before], after: [changed] },
      now(),
    );
    return changed;
  });
  return announced(workbench, after.article, [after]);
}

function step(workbench: Workbench, article: number, move: typeof history.undo): Output<'review.undo'> {
  const { store } = workbench;
  requireArticle(workbench, article);
  const { units: ids, isRecut } = store.transaction(() => move(store, article, now()));
  if (isRecut) {
    // It works on the units that have just been taken out.
    workbench.jobs.cancel(article);
    workbench.emit({ event: 'article.recut', payload: { article } });
    workbench.emit({ event: 'library.changed', payload: { articles: [article] } });
    return { units: [], history: view(workbench, article), isRecut };
  }
  const changed = ids.map((id) => requireUnit(workbench, id));
  return { ...announced(workbench, article, changed), isRecut };
}

function announced(
  workbench: Workbench,
  article: number,
  changed: Unit[],
): { units: Unit[]; history: History } {
  if (changed.length > 0) workbench.emit({ event: 'units.changed', payload: { article, units: changed } });
  return { units: changed, history: view(workbench, article) };
}

function requireUnit({ store }: Workbench, id: number): units.Unit {
  const unit = units.unit(store, id);
  if (!unit) {
    throw new InputError(
      'unit.unknown',
      'This sentence is no longer in the article. Open the article again.',
    );
  }
  return unit;
}

const labels: Record<history.RevisionKind, string> = {
  edit: 'edit',
  confirm: 'confirmation',
  reopen: 'reopening',
  align: 'alignment with a translation',
  language: 'new division into sentences',
};

function view({ store }: Workbench, article: number): History {
  const { undo, redo } = history.standing(store, article);
  return { undo: undo && labels[undo], redo: redo && labels[redo] };
}
