import { expect, test } from 'vitest';
import { addDraft } from '../../../../data/store/drafts.ts';
import { countUntranslated, hasHumanText, setTarget, unit, unitsOf } from '../../../../data/store/units.ts';
import { articleOf, NOW, temporaryStore } from '../../../support/library.ts';

const draft = (text: string, model = 'mini') => ({ model, text, meanLogProb: -0.1, minLogProb: -0.5 });

test("units give the article's text back, with the gaps between them", () => {
  const text = 'Eins.\nZwei.\nDrei.';
  const { units } = articleOf(temporaryStore(), text);
  expect(units.map(({ source }) => source)).toEqual(['Eins.', 'Zwei.', 'Drei.']);
  expect(units.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text);
});

test('a draft becomes the target of a unit that nobody has touched', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.\nZwei.');
  addDraft(store, units[0]!.id, draft('One.'), NOW);
  expect(unitsOf(store, id).map(({ target, state }) => [target, state])).toEqual([
    ['One.', 'draft'],
    ['', 'untranslated'],
  ]);
  expect(countUntranslated(store, id)).toBe(1);
});

test.each(['edited', 'approved'] as const)(
  'a draft never replaces %s text, and is kept beside it',
  (state) => {
    const store = temporaryStore();
    const { id, units } = articleOf(store, 'Eins.');
    const only = units[0]!.id;
    setTarget(store, only, 'Number one.', state, NOW);
    addDraft(store, only, draft('One.'), NOW);
    expect(unit(store, only)).toMatchObject({
      target: 'Number one.',
      state,
      draft: { model: 'mini', text: 'One.' },
    });
    expect(hasHumanText(store, id)).toBe(true);
  },
);

test('drafts of two models are both kept; the newer one is shown', () => {
  const store = temporaryStore();
  const { units } = articleOf(store, 'Eins.');
  const only = units[0]!.id;
  addDraft(store, only, draft('One.', 'a'), '2026-01-01T00:00:00Z');
  addDraft(store, only, draft('Number one.', 'b'), '2026-01-02T00:00:00Z');
  expect(unit(store, only)?.draft).toEqual({ model: 'b', text: 'Number one.' });
  expect(unit(store, only)?.target).toBe('One.');
  expect(store.all`SELECT model FROM drafts ORDER BY model`).toEqual([{ model: 'a' }, { model: 'b' }]);
});

test('the units of an article are read by their index', () => {
  const plan = temporaryStore().all<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT * FROM standing_units WHERE article = ${1} ORDER BY position`;
  expect(plan.map((row) => row.detail).join()).toContain('units_in_order');
});

test('units are counted by state in an index, in one article and in the whole library', () => {
  const store = temporaryStore();
  articleOf(store, 'Eins.\nZwei.');
  const one = store.all<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT count(*) FROM standing_units WHERE article = ${1} AND state = 'untranslated'`;
  const all = store.all<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT count(*) FILTER (WHERE state = 'draft')
    FROM articles a LEFT JOIN standing_units u ON u.article = a.id GROUP BY a.id`;
  for (const plan of [one, all])
    expect(plan.map((row) => row.detail).join()).toContain('USING COVERING INDEX units_by_state');
});
