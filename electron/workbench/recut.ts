import { articleText } from '../../data/store/articles.ts';
import { copyDrafts } from '../../data/store/drafts.ts';
import { setUnits, unitsOf, type NewUnit } from '../../data/store/units.ts';
import { now, type Workbench } from './handlers.ts';
import { unitsFromSentences } from './import-article.ts';
import { quotedLanguages } from './quotations.ts';
import { segmentArticle } from './segment-article.ts';

/** An article's text cut by the rules of a language; nothing is stored. */
export async function cutBy({ store }: Workbench, article: number, language: string): Promise<NewUnit[]> {
  const text = articleText(store, article)?.text ?? '';
  const segmentation = segmentArticle(text, language);
  const others = await quotedLanguages(text, segmentation, language);
  return unitsFromSentences(segmentation, { text, language, others });
}

/**
 * Gives an article the units of another cut. A sentence that is the same in both keeps what the machine made of it.
 * Returns whether the article has other units now; the caller notes the change, in the same transaction.
 */
export function recut({ store }: Workbench, article: number, cut: readonly NewUnit[]): boolean {
  const before = unitsOf(store, article);
  if (JSON.stringify(cut.map(outline)) === JSON.stringify(before.map(outline))) return false;
  const old = new Map(before.map((unit) => [span(unit), unit]));
  const carried = cut.map((unit) => {
    const { target, state } = old.get(span(unit)) ?? {};
    return target === undefined || state === undefined || state === 'untranslated'
      ? unit
      : { ...unit, target, state };
  });
  setUnits(store, article, carried, now());
  for (const unit of unitsOf(store, article)) {
    const from = old.get(span(unit));
    if (from) copyDrafts(store, from.id, unit.id);
  }
  return true;
}

const outline = ({ start, end, paragraph, kind, language }: NewUnit) => [
  start,
  end,
  paragraph,
  kind,
  language ?? null,
];

const span = ({ start, end }: NewUnit) => `${start}-${end}`;
