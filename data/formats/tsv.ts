/**
 * Tab-separated values: a header row, then one unit a line. UTF-8 without BOM, lines end in LF.
 *
 * No quoting: a quotation mark is just a quotation mark (pandas: `quoting=csv.QUOTE_NONE`; R: `quote = ""`).
 * A tab, line feed, carriage return or backslash inside text is written `\t`, `\n`, `\r` or `\\`, so every line
 * has the same number of cells and reading `\x` back restores the text exactly (the same escapes as PostgreSQL's COPY and MySQL).
 * Not made for a double click in Excel, which takes a cell like `-5` or `=A1` for a number or a formula.
 */
import { languageOf, type BitextArticle, type BitextUnit, type BitextWriter } from './bitext.ts';

const COLUMNS: Record<string, (article: BitextArticle, unit: BitextUnit) => string | number> = {
  article: (article) => article.id,
  title: (article) => article.title,
  unit: (_, unit) => unit.id,
  paragraph: (_, unit) => unit.paragraph,
  kind: (_, unit) => unit.kind,
  state: (_, unit) => unit.state,
  source_language: (article, unit) => languageOf(unit, article),
  target_language: (article) => article.targetLanguage,
  source: (_, unit) => unit.source,
  target: (_, unit) => unit.target,
  changed_at: (_, unit) => unit.changedAt,
};

export const tsv: BitextWriter = {
  id: 'tsv',
  name: 'Tab-separated values',
  extension: 'tsv',
  mime: 'text/tab-separated-values',
  holds: () => true,
  *write(articles) {
    yield `${Object.keys(COLUMNS).join('\t')}\n`;
    for (const article of articles) {
      for (const unit of article.units) {
        const cells = Object.values(COLUMNS).map((column) => escapeCell(String(column(article, unit))));
        yield `${cells.join('\t')}\n`;
      }
    }
  },
};

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

// A lone surrogate has no UTF-8 form; it would become U+FFFD when the file is written, so it becomes that here.
const escapeCell = (text: string) =>
  text.toWellFormed().replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
