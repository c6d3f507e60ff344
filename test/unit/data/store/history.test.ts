import fc from 'fast-check';
import { expect, test } from 'vitest';
import { record, redo, standing, undo } from '../../../../data/store/history.ts';
import type { Store } from '../../../../data/store/store.ts';
import { setTarget, unit, unitsOf } from '../../../../data/store/units.ts';
import { openStore } from '../../../../data/store/open.ts';
import { articleOf, NOW, temporaryStore } from '../../../support/library.ts';

/** Writes into a unit as the review does: change and revision together. */
function write(store: Store, id: number, target: string, visit: string | null = null): void {
  const before = unit(store, id)!;
  setTarget(store, id, target, 'edited', NOW);
  record(
    store,
    {
      article: before.article,
      kind: 'edit',
      visit,
      editor: 'me',
      before: [before],
      after: [unit(store, id)!],
    },
    NOW,
  );
}

const targets = (store: Store, article: number) => unitsOf(store, article).map(({ target }) => target);

test('undo takes the last change back, redo makes it again', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.\nZwei.');
  write(store, units[0]!.id, 'One.');
  write(store, units[1]!.id, 'Two.');
  expect(undo(store, id, NOW)).toEqual({ units: [units[1]!.id], isRecut: false });
  expect(targets(store, id)).toEqual(['One.', '']);
  undo(store, id, NOW);
  expect(undo(store, id, NOW)).toEqual({ units: [], isRecut: false });
  expect(unitsOf(store, id)[0]?.state).toBe('untranslated');
  redo(store, id, NOW);
  redo(store, id, NOW);
  expect(targets(store, id)).toEqual(['One.', 'Two.']);
});

test('all that is typed in one visit is one step', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.');
  for (const text of ['O', 'On', 'One', 'One.']) write(store, units[0]!.id, text, 'visit-1');
  undo(store, id, NOW);
  expect(targets(store, id)).toEqual(['']);
  redo(store, id, NOW);
  expect(targets(store, id)).toEqual(['One.']);
});

test('two visits are two steps', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.');
  write(store, units[0]!.id, 'One', 'visit-1');
  write(store, units[0]!.id, 'One.', 'visit-2');
  undo(store, id, NOW);
  expect(targets(store, id)).toEqual(['One']);
});

test.each([
  ['the source is copied over it', 'Eine lange, sorgfältige Übersetzung'],
  ['it is deleted', ''],
  ['the text of before is put back', 'Draft.'],
])('a text that was saved can be had again when, in the same visit, %s', (_, replacement) => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.');
  write(store, units[0]!.id, 'Draft.');
  for (const text of ['A long', 'A long careful', 'A long careful translation', replacement])
    write(store, units[0]!.id, text, 'visit-1');
  undo(store, id, NOW);
  expect(targets(store, id)).toEqual(['A long careful translation']);
  undo(store, id, NOW);
  expect(targets(store, id)).toEqual(['Draft.']);
});

test('what is typed and taken back in one visit leaves no step, but its revision is kept', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.');
  write(store, units[0]!.id, 'Number one.');
  for (const text of ['Number one. Or', 'Number one.']) write(store, units[0]!.id, text, 'visit-1');
  expect(store.all`SELECT standing FROM revisions ORDER BY id`).toEqual([
    { standing: 'done' },
    { standing: 'abandoned' },
  ]);
  undo(store, id, NOW);
  expect(targets(store, id)).toEqual(['']);
});

test('after a new change nothing can be redone, but no revision is erased', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.');
  write(store, units[0]!.id, 'One.');
  undo(store, id, NOW);
  write(store, units[0]!.id, 'Uno.');
  expect(standing(store, id)).toEqual({ undo: 'edit', redo: null });
  expect(store.get`SELECT count(*) AS n FROM revisions`).toEqual({ n: 2 });
});

test('typing on in a visit whose step follows an undone one abandons that one', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.\nZwei.');
  write(store, units[0]!.id, 'One', 'visit-1');
  write(store, units[1]!.id, 'Two.', 'visit-2');
  undo(store, id, NOW);
  write(store, units[0]!.id, 'One.', 'visit-1');
  expect(standing(store, id)).toEqual({ undo: 'edit', redo: null });
});

test('history survives a restart', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.');
  write(store, units[0]!.id, 'One.');
  const again = openStore(store.file);
  undo(again, id, NOW);
  expect(targets(again, id)).toEqual(['']);
  again.close();
});

test('any sequence of writing, undoing and redoing, undone completely, gives the original; redone completely, the result', () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        at: fc.nat(2),
        text: fc.string({ unit: 'grapheme', maxLength: 8 }),
        visit: fc.option(fc.constantFrom('v1', 'v2')),
      }),
    },
    fc.constantFrom('undo' as const, 'redo' as const),
  );
  const store = temporaryStore();
  let round = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { id, units } = articleOf(store, 'Eins.\nZwei.\nDrei.', `de-${round++}`);
      const original = unitsOf(store, id).map(({ target, state }) => ({ target, state }));
      for (const each of steps) {
        if (each === 'undo') undo(store, id, NOW);
        else if (each === 'redo') redo(store, id, NOW);
        else write(store, units[each.at]!.id, each.text, each.visit);
      }
      const redoable: number[] = [];
      while (redo(store, id, NOW).units.length > 0) redoable.push(1);
      const result = unitsOf(store, id).map(({ target, state }) => ({ target, state }));
      while (undo(store, id, NOW).units.length > 0);
      expect(unitsOf(store, id).map(({ target, state }) => ({ target, state }))).toEqual(original);
      while (redo(store, id, NOW).units.length > 0);
      expect(unitsOf(store, id).map(({ target, state }) => ({ target, state }))).toEqual(result);
    }),
    { numRuns: 100 },
  );
});
