/**
 * TMX 1.4b (Translation Memory eXchange), valid against its DTD, shaped for the tools that read it.
 *
 * - No DOCTYPE, as Trados writes it: hardened parsers refuse one, others look for `tmx14.dtd` beside the file and fail.
 * - Header `segtype="sentence"`; a unit of several sentences says `block`, so that Okapi does not take it for one segment.
 *   OmegaT looks at the header alone, and would cut the texts anew if that said `paragraph`.
 * - `srclang` is the language of all articles, or `*all*` when they differ, and then every tu names its own.
 *   OmegaT reads both; Weblate, and Okapi when it is not told the source language, accept only a file of one source language.
 * - The source tuv comes first: translate-toolkit takes the first for the source whatever its language.
 * - Dates stand on the tu only. The target tuv of an unreviewed draft has `creationid="mt:<model>"`, or `"tm"` when it was taken over
 *   from an approved unit; OmegaT shows it as the author.
 * - A unit without a translation or an original is left out, and so is a quotation that is in the target's language already: a tu of
 *   one language is useless in a memory, and an empty target would be offered to translators as a translation.
 * - What XML cannot hold becomes U+FFFD (see `xml.ts`); all other text, white space included, is exact.
 */
import {
  languageOf,
  type BitextArticle,
  type BitextUnit,
  type BitextWriter,
  type Provenance,
} from './bitext.ts';
import { MEMORY } from '../store/drafts.ts';
import { startTag, textElement } from './xml.ts';

const isTranslated = (unit: BitextUnit) =>
  unit.source.trim() !== '' && unit.target.trim() !== '' && !isQuotation(unit);

/** In the target's language already, and so the same on both sides: no translation. */
const isQuotation = ({ language, source, target }: BitextUnit) =>
  language !== null && language !== undefined && source === target;

export const tmx: BitextWriter = {
  id: 'tmx',
  name: 'TMX 1.4b (translation memory)',
  extension: 'tmx',
  mime: 'application/x-tmx',
  holds: isTranslated,
  *write(articles, provenance) {
    const translated = articles.filter((article) => article.units.some(isTranslated));
    const languages = new Set(
      translated.flatMap((article) =>
        article.units.filter(isTranslated).map((unit) => languageOf(unit, article)),
      ),
    );
    const [only] = languages;
    const isOneLanguage = languages.size === 1 && only !== undefined;

    yield `<?xml version="1.0" encoding="UTF-8"?>\n${startTag('tmx', { version: '1.4' })}\n`;
    yield header(isOneLanguage ? only : '*all*', provenance);
    yield '<body>\n';
    for (const article of translated) {
      for (const unit of article.units) {
        if (isTranslated(unit)) yield tu(article, unit, isOneLanguage);
      }
    }
    yield '</body>\n</tmx>\n';
  },
};

const header = (srclang: string, { tool, version, exportedAt }: Provenance) =>
  `${startTag('header', {
    creationtool: tool,
    creationtoolversion: version,
    segtype: 'sentence',
    'o-tmf': tool,
    adminlang: 'en',
    srclang,
    datatype: 'plaintext',
    creationdate: tmxDate(exportedAt),
  })}</header>\n`;

function tu(article: BitextArticle, unit: BitextUnit, isOneLanguage: boolean): string {
  const attributes = {
    tuid: `a${article.id}-u${unit.id}`,
    creationdate: tmxDate(article.importedAt),
    changedate: tmxDate(unit.changedAt),
    segtype: (unit.sentences ?? 1) > 1 ? 'block' : null,
    srclang: isOneLanguage ? null : languageOf(unit, article),
  };
  const props: [type: string, value: string | number | null][] = [
    ['x-bw:state', unit.state],
    ['x-bw:article', article.id],
    ['x-bw:article-title', article.title],
    ['x-bw:article-date', article.date],
    ['x-bw:unit', unit.id],
    ['x-bw:kind', unit.kind],
    ['x-bw:model', unit.draft?.model ?? null],
    ['x-bw:alignment', unit.alignment ?? null],
  ];
  const author = unit.state === 'draft' && unit.draft ? draftAuthor(unit.draft.model) : null;
  return [
    startTag('tu', attributes),
    ...props.flatMap(([type, value]) => (value === null ? [] : textElement('prop', { type }, String(value)))),
    tuv(languageOf(unit, article), unit.source, null),
    tuv(article.targetLanguage, unit.target, author),
    '</tu>\n',
  ].join('\n');
}

/** A draft that was taken over from an approved unit is no machine's. */
const draftAuthor = (model: string): string => (model === MEMORY ? 'tm' : `mt:${model}`);

const tuv = (language: string, text: string, creationid: string | null) =>
  `${startTag('tuv', { 'xml:lang': language, creationid })}${textElement('seg', {}, text)}</tuv>`;

/** `2026-11-22T09:30:00.123Z` → `20261122T093000Z`, the form that TMX asks for. */
const tmxDate = (iso: string) => new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '');
