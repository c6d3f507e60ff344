import { articleText } from '../../data/store/articles.ts';
import { record } from '../../data/store/history.ts';
import { copyDrafts, setUnits, unitsOf, type NewUnit } from '../../data/store/units.ts';
import { now, type Workbench } from './handlers.ts';
import { unitsFromSentences } from './import-article.ts';
import { segmentArticle } from './segment-article.ts';

/**
 * Cuts an article by the rules of a language, as one step of undo (which leaves the language as it is). A sentence that is
 * the same under both rules keeps what the machine made of it. Returns whether the article has other units now.
 */
export function recut({ store, editor }: Workbench, article: number, language: string): boolean {
  const text = articleText(store, article)?.text ?? '';
  const before = unitsOf(store, article);
  // A line is a paragraph under any rules: a quotation stays one, unless its language is the article's now.
  const quoted = new Map(before.map((unit) => [unit.paragraph, unit.language]));
  const segmentation = segmentArticle(text, language);
  const others = segmentation.paragraphs.map((_, paragraph) => quoted.get(paragraph) ?? null);
  const cut = unitsFromSentences(segmentation, {
    text,
    language,
    others: others.map((other) => (other === language ? null : other)),
  });
  if (JSON.stringify(cut.map(outline)) === JSON.stringify(before.map(outline))) return false;
  const old = new Map(before.map((unit) => [span(unit), unit]));
  const carried = cut.map((unit) => {
    const { target, state } = old.get(span(unit)) ?? {};
    return target === undefined || state === undefined ? unit : { ...unit, target, state };
  });
  setUnits(store, article, carried, now());
  const after = unitsOf(store, article);
  for (const unit of after) {
    const from = old.get(span(unit));
    if (from) copyDrafts(store, from.id, unit.id);
  }
  record(store, { article, kind: 'language', visit: null, editor, before, after }, now());
  return true;
}

const outline = ({ start, end, paragraph, kind }: NewUnit) => [start, end, paragraph, kind];

const span = ({ start, end }: NewUnit) => `${start}-${end}`;
