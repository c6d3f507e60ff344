// The bitext leaves the house.
import { InputError } from '../../models/errors.ts';
import type { Span } from '../../models/text.ts';
import type { BitextArticle } from '../../data/formats/bitext.ts';
import { writers } from '../../data/formats/writers.ts';
import { articleText } from '../../data/store/articles.ts';
import { unitsOf, type Unit } from '../../data/store/units.ts';
import type { Article } from '../contract.ts';
import { viewArticle, viewLibrary } from './article-view.ts';
import { handlers, now, type Workbench } from './handlers.ts';
import { segmentArticle } from './segment-article.ts';

export const bitextExport = handlers('export', {
  bitext(workbench, { articles: ids, format, states }) {
    const chosen = ids === undefined ? viewLibrary(workbench) : ids.map((id) => viewArticle(workbench, id));
    const writer = writers[format];
    const wanted = chosen.map((article) =>
      withUnits(workbench, article, (unit) => states.includes(unit.state)),
    );
    const articles = wanted
      .map((article) => ({ ...article, units: article.units.filter((unit) => writer.holds(unit)) }))
      .filter((article) => article.units.length > 0);
    const units = count(articles);
    const leftOut = count(wanted) - units;
    if (units === 0) {
      const whose = chosen.length === 1 ? 'the article has' : 'the articles have';
      const why =
        leftOut > 0
          ? `${format.toUpperCase()} leaves out what lacks an original or a translation, and ${whose} no others that are ${list(states)}.`
          : `${whose} no sentences that are ${list(states)}.`;
      throw new InputError('export.empty', `Nothing to export: ${why}`);
    }
    const provenance = { tool: 'Bitext Workbench', version: workbench.version, exportedAt: now() };
    const content = [...writer.write(articles, provenance)].join('');
    return { name: `${fileName(articles)}.${writer.extension}`, mime: writer.mime, content, units, leftOut };
  },
});

function withUnits({ store }: Workbench, article: Article, wanted: (unit: Unit) => boolean): BitextArticle {
  const sourceLanguage = article.language ?? 'und';
  const { sentences } = segmentArticle(articleText(store, article.id)?.text ?? '', sourceLanguage);
  return {
    id: article.id,
    title: article.title,
    name: article.name,
    origin: article.origin,
    sourceLanguage,
    targetLanguage: 'en',
    date: article.date,
    importedAt: article.importedAt,
    units: counted(unitsOf(store, article.id), sentences).filter(wanted),
  };
}

/** Units with how many sentences each spans; both are in the order of the text. */
function counted(units: readonly Unit[], sentences: readonly Span[]): (Unit & { sentences: number })[] {
  let first = 0;
  return units.map((unit) => {
    while (first < sentences.length && (sentences[first]?.end ?? 0) <= unit.start) first++;
    let next = first;
    while (next < sentences.length && (sentences[next]?.start ?? 0) < unit.end) next++;
    return { ...unit, sentences: next - first };
  });
}

const count = (articles: readonly BitextArticle[]): number =>
  articles.reduce((sum, { units }) => sum + units.length, 0);

const list = (states: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(states);

/** A name that every file system takes: the title of a single article, else how many there are. */
function fileName(articles: readonly BitextArticle[]): string {
  const [only, ...more] = articles;
  if (!only || more.length > 0) return `bitext-${articles.length}-articles`;
  const plain = only.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return `${plain.slice(0, 80).toLowerCase() || 'article'}-${only.sourceLanguage}-${only.targetLanguage}`;
}
