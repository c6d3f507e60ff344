import { expect, test } from 'vitest';
import {
  article,
  articles,
  articleText,
  removeArticle,
  removedArticles,
  restoreArticle,
  searchArticles,
} from '../../../../data/store/articles.ts';
import { setTarget, unitsOf } from '../../../../data/store/units.ts';
import { articleOf, NOW, temporaryStore } from '../../../support/library.ts';

test('the text comes back exactly, line ends and odd spaces included', () => {
  const store = temporaryStore();
  const text = 'Eins.\r\n\u00a0Zwei.\u2028Drei 😀.\r';
  const { id } = articleOf(store, text);
  expect(articleText(store, id)).toMatchObject({ text, bom: false });
});

test('an article counts its units by state', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins.\nZwei.\nDrei.');
  setTarget(store, units[0]!.id, 'One.', 'approved', NOW);
  setTarget(store, units[1]!.id, 'Two.', 'edited', NOW);
  expect(article(store, id)).toMatchObject({ untranslated: 1, draft: 0, edited: 1, approved: 1 });
});

test('a removed article leaves the library, not the database', () => {
  const store = temporaryStore();
  const { id } = articleOf(store, 'Eins.');
  removeArticle(store, id, NOW);
  expect(articles(store)).toEqual([]);
  expect(removedArticles(store).map((row) => row.id)).toEqual([id]);
  restoreArticle(store, id);
  expect(articles(store).map((row) => row.id)).toEqual([id]);
  expect(removedArticles(store)).toEqual([]);
  expect(unitsOf(store, id)).toHaveLength(1);
});

test('search finds every word on either side, and takes % and _ literally', () => {
  const store = temporaryStore();
  const { id, units } = articleOf(store, 'Eins zu 100 %.');
  articleOf(store, 'Zwei.');
  setTarget(store, units[0]!.id, 'One_to hundred.', 'edited', NOW);
  expect(searchArticles(store, ['eins', 'hundred'])).toEqual([id]);
  expect(searchArticles(store, ['100 %'])).toEqual([id]);
  expect(searchArticles(store, ['Ein%s'])).toEqual([]);
  expect(searchArticles(store, ['One_to'])).toEqual([id]);
  expect(searchArticles(store, ['eins', 'zwei'])).toEqual([]);
  const { id: lodz } = articleOf(store, 'ŁÓDŹ czeka.');
  expect(searchArticles(store, ['łódź'])).toEqual([lodz]);
});

test('a word is found without its marks, as one types it on an English keyboard', () => {
  const store = temporaryStore();
  const { id } = articleOf(store, 'Vlada potrdila proračun. Straße nach Łódź, Høyre, Đorđe.');
  for (const word of ['proracun', 'PRORAČUN', 'strasse', 'lodz', 'hoyre', 'dorde']) {
    expect(searchArticles(store, [word])).toEqual([id]);
  }
});

test('the same text cannot be stored twice', () => {
  const store = temporaryStore();
  articleOf(store, 'Eins.');
  expect(() => articleOf(store, 'Eins.')).toThrow(/UNIQUE/);
});
