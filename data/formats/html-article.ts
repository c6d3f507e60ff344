/** One article of the HTML export: its header and its table, a row a unit, a row group a paragraph. */
import type { BitextArticle, BitextUnit, Provenance, UnitState } from './bitext.ts';
import { MEMORY } from '../store/drafts.ts';
import { direction } from './direction.ts';
import { escapeText, startTag, textElement } from './xml.ts';

/** In the order of an editor's work. Each state has a shape of its own, so that it survives a black and white printer. */
const STATES: readonly { state: UnitState; shape: string; meaning: string | null }[] = [
  {
    state: 'untranslated',
    shape:
      '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.1 2"/>',
    meaning: null,
  },
  {
    state: 'draft',
    shape: '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.75"/>',
    meaning: 'not reviewed yet',
  },
  {
    state: 'edited',
    shape:
      '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.75"/><path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor"/>',
    meaning: 'changed by an editor',
  },
  {
    state: 'approved',
    shape: '<circle cx="8" cy="8" r="7.25" fill="currentColor"/>',
    meaning: 'read and confirmed',
  },
];

/** The shapes, defined once a page. Drawn, not typed: fonts draw ○ ◐ ● in different sizes or lack them, and printers drop backgrounds. */
export const markSymbols = `<svg class="unseen" aria-hidden="true">${STATES.map(
  ({ state, shape }) => `<symbol id="mark-${state}" viewBox="0 0 16 16">${shape}</symbol>`,
).join('')}</svg>`;

const mark = (state: UnitState) => `<svg class="mark" aria-hidden="true"><use href="#mark-${state}"/></svg>`;

/** The article in chunks of a paragraph. */
export function* articleSection(article: BitextArticle, provenance: Provenance): Generator<string> {
  yield `${startTag('article', { id: `a${article.id}` })}\n${header(article, provenance)}`;
  if (article.units.length > 0) {
    yield tableHead(article);
    for (const paragraph of paragraphs(article.units)) yield rows(article, paragraph);
    yield '</table>\n';
  }
  yield '</article>\n';
}

/** Set apart from the words around it, so that a title in Arabic does not turn the line around. */
export const titleElement = (article: BitextArticle) =>
  textElement('bdi', { lang: article.sourceLanguage }, article.title);

/** `Slovenian → English`. */
export const languagePair = (article: BitextArticle) =>
  `${languageName(article.sourceLanguage)} → ${languageName(article.targetLanguage)}`;

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

function languageName(tag: string): string {
  if (tag === 'und') return 'Unknown language';
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function header(article: BitextArticle, { tool, version, exportedAt }: Provenance): string {
  const { units } = article;
  const models = new Set(units.flatMap((unit) => unit.draft?.model ?? []));
  const hasMemory = models.delete(MEMORY);
  const facts = [
    article.date,
    article.name,
    `${units.length} ${units.length === 1 ? 'unit' : 'units'}`,
    models.size > 0 ? `machine drafts by ${[...models].join(', ')}` : null,
    hasMemory ? 'drafts from approved translations' : null,
  ];
  const states = STATES.map(({ state, meaning }) => ({
    state,
    meaning,
    count: units.filter((unit) => unit.state === state).length,
  }))
    .filter(({ count }) => count > 0)
    .map(
      ({ state, meaning, count }) =>
        `<li>${mark(state)}<b>${count} ${state}</b>${meaning ? `, ${meaning}` : ''}</li>`,
    );
  const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return [
    '<header>',
    textElement('p', { class: 'languages' }, languagePair(article)),
    `<h1>${titleElement(article)}</h1>`,
    textElement('p', { class: 'facts' }, facts.filter((fact) => fact !== null).join(' · ')),
    `<ul class="states">${states.join('')}</ul>`,
    `<p class="made">Exported on ${textElement('time', { datetime: exportedAt }, `${moment.format(new Date(exportedAt))} UTC`)}` +
      ` by ${escapeText(`${tool} ${version}`)}</p>`,
    '</header>\n',
  ].join('\n');
}

const tableHead = (article: BitextArticle) =>
  [
    '<table>',
    '<colgroup><col class="c-number"><col><col><col class="c-state"></colgroup>',
    '<thead><tr><th scope="col" class="c-number"><span class="unseen">Unit</span></th>',
    columnHead(article.sourceLanguage),
    columnHead(article.targetLanguage),
    '<th scope="col" class="c-state">State</th></tr></thead>\n',
  ].join('\n');

/** Above its column's first words, so at the right where the text begins at the right. */
const columnHead = (language: string) =>
  textElement(
    'th',
    { scope: 'col', dir: direction(language) === 'rtl' ? 'rtl' : null },
    languageName(language),
  );

/** Units grouped by the paragraph that they begin in. */
function* paragraphs(units: readonly BitextUnit[]): Generator<BitextUnit[]> {
  let open: BitextUnit[] = [];
  for (const unit of units) {
    if (open[0] && open[0].paragraph !== unit.paragraph) {
      yield open;
      open = [];
    }
    open.push(unit);
  }
  if (open.length > 0) yield open;
}

const rows = (article: BitextArticle, paragraph: BitextUnit[]) =>
  `${startTag('tbody', { class: paragraph[0]?.kind ?? 'paragraph' })}\n${paragraph
    .map((unit) => row(article, unit))
    .join('')}</tbody>\n`;

const row = (article: BitextArticle, unit: BitextUnit) =>
  [
    startTag('tr', { id: `a${article.id}-u${unit.id}` }),
    `<td class="number">${unit.position + 1}</td>`,
    cell('source', article.sourceLanguage, unit, unit.source),
    cell('target', article.targetLanguage, unit, unit.target),
    `<td class="state">${mark(unit.state)}${unit.state}</td></tr>\n`,
  ].join('\n');

function cell(side: 'source' | 'target', language: string, unit: BitextUnit, text: string): string {
  if (text === '') return `<td class="text ${side}"><span class="missing">—</span></td>`;
  const content = unit.kind === 'heading' ? textElement('h2', {}, text) : escapeText(text);
  return `${startTag('td', { class: `text ${side}`, lang: language, dir: direction(language) })}${content}</td>`;
}
