/**
 * JSON Lines: one object per unit a line, complete in itself, so that a file can be cut, filtered and joined by line.
 * UTF-8 without BOM; lines end in LF. No line separator that any tool knows (U+0085, U+2028, U+2029) stands unescaped inside a line.
 *
 * Schema `bitext-workbench/unit/1`; every key is always there:
 *
 * | key | value |
 * | --- | --- |
 * | `schema` | `"bitext-workbench/unit/1"`; the number rises when a key changes its meaning or goes |
 * | `id` | `"a<article>-u<unit>"`, the same as TMX's `tuid` |
 * | `unit` | the unit's number in its library |
 * | `position` | place in the article, from 0 |
 * | `paragraph` | index of the paragraph that the unit begins in, from 0 |
 * | `kind` | `heading`, `paragraph`, `dialogue`, `list-item`, `link`, `sign-off` or `furniture` |
 * | `sentences` | how many source sentences the unit spans, or null when not known |
 * | `state` | `untranslated`, `draft`, `edited` or `approved` |
 * | `source_language`, `target_language` | BCP 47; `und` when not known |
 * | `source`, `target` | the texts; `target` is empty when there is no translation |
 * | `alignment` | how sure the aligner was that an existing translation belongs here, 0–1, or null |
 * | `draft` | `{ "model", "text" }`, what the machine wrote, or null |
 * | `changed_at` | ISO 8601, UTC |
 * | `article` | `{ "id", "title", "name", "origin", "date", "imported_at" }`; `date` as the article gives it, or null |
 * | `exported` | `{ "tool", "version", "at" }` |
 */
import {
  languageOf,
  type BitextArticle,
  type BitextUnit,
  type BitextWriter,
  type Provenance,
} from './bitext.ts';

export const jsonl: BitextWriter = {
  id: 'jsonl',
  name: 'JSON Lines',
  extension: 'jsonl',
  mime: 'application/jsonl',
  holds: () => true,
  *write(articles, provenance) {
    for (const article of articles) {
      for (const unit of article.units) yield `${line(article, unit, provenance)}\n`;
    }
  },
};

function line(article: BitextArticle, unit: BitextUnit, { tool, version, exportedAt }: Provenance): string {
  const object = {
    schema: 'bitext-workbench/unit/1',
    id: `a${article.id}-u${unit.id}`,
    unit: unit.id,
    position: unit.position,
    paragraph: unit.paragraph,
    kind: unit.kind,
    sentences: unit.sentences ?? null,
    state: unit.state,
    source_language: languageOf(unit, article),
    target_language: article.targetLanguage,
    source: unit.source,
    target: unit.target,
    alignment: unit.alignment ?? null,
    draft: unit.draft && { model: unit.draft.model, text: unit.draft.text },
    changed_at: unit.changedAt,
    article: {
      id: article.id,
      title: article.title,
      name: article.name,
      origin: article.origin,
      date: article.date,
      imported_at: article.importedAt,
    },
    exported: { tool, version, at: exportedAt },
  };
  // JSON allows these inside strings, but Python's splitlines and old JavaScript end a line at them.
  return JSON.stringify(object).replace(
    /[\u0085\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
