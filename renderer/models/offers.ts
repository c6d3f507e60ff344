import type { Article, Choice, KnownModel, Model, Output } from '../../electron/contract.ts';
import { languageName } from '../parts/languages.ts';

export type ModelList = Output<'models.list'>;
type Figure = KnownModel['figures'][number];

/** A known model, as it is offered for a language. */
export interface Offer {
  model: KnownModel;
  quality: KnownModel['quality'];
  /** The figure that says most about it in this language. */
  figure: Figure | null;
}

/** What to expect of a model in a language; null: in none in particular. */
export interface Expectation extends Omit<Offer, 'model'> {
  language: string | null;
}

/** A language, and what there is for it. */
export interface LanguageOffers {
  language: string;
  /** Articles of the library in it. */
  articles: number;
  /** Whole models that translate it already. */
  installed: Model[];
  /** Such as would, were they whole. */
  damaged: Model[];
  /** Others, the best one to get first. */
  offers: Offer[];
}

/** Languages of the articles that want a translation, those with most articles first. */
export function libraryLanguages(articles: readonly Article[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { language, readiness } of articles) {
    if (language === null || readiness.status === 'already-english') continue;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return new Map([...counts].toSorted(([a, m], [b, n]) => n - m || byName(a, b)));
}

/**
 * What there is for some languages, in their order.
 * @param counts articles of the library by language
 */
export const offersFor = (
  list: ModelList,
  languages: Iterable<string>,
  counts: ReadonlyMap<string, number>,
): LanguageOffers[] =>
  [...languages].map((language) => {
    const installed = list.installed.filter((model) => isReadyFor(model, language));
    const there = new Set(list.installed.map(({ repository }) => repository));
    return {
      language,
      articles: counts.get(language) ?? 0,
      installed,
      damaged: damagedFor(list, language),
      offers: choiceOf(list, language)
        .flatMap(({ id, quality }) => {
          const model = list.known.find((known) => known.id === id);
          return model ? [{ model, quality, figure: figureFor(model, language) }] : [];
        })
        .filter(({ model }) => !there.has(model.repository)),
    };
  });

/** The best known model to get for a language, or null. */
export const recommendedFor = (list: ModelList, language: string): Offer | null =>
  offersFor({ ...list, installed: [] }, [language], new Map())[0]?.offers.find(
    ({ model }) => model.supported,
  ) ?? null;

/** Models that lie on this machine and would do for a language, were they whole. */
export const damagedFor = (list: ModelList, language: string): Model[] =>
  list.installed.filter(
    ({ source, repository, problem }) =>
      problem !== null &&
      (translates(source, language) ||
        // What is wrong with it may be that nobody can tell its languages.
        list.known.some((known) => known.repository === repository && translates(known.source, language))),
  );

/** What to expect of a known model in the first of these languages that it translates, else in its own if it has one only. */
export function expectationOf(
  list: Pick<ModelList, 'choices'>,
  model: KnownModel,
  languages: Iterable<string>,
): Expectation {
  const { source } = model;
  const [own, ...others] = source;
  const language =
    [...languages].find((tag) => translates(source, tag)) ?? (others.length === 0 ? own : undefined) ?? null;
  if (language === null) return { language, quality: model.quality, figure: null };
  const choice = choiceOf(list, language).find(({ id }) => id === model.id);
  return { language, quality: choice?.quality ?? model.quality, figure: figureFor(model, language) };
}

/** Every language that is known under such a name, or a part of one, in English or in itself, or by its tag; by name. */
export function languagesNamed(list: ModelList, query: string): string[] {
  const wanted = folded(query.trim());
  return list.choices
    .map(({ language }) => language)
    .filter(
      (tag) =>
        tag.toLowerCase() === wanted ||
        [languageName(tag), ownName(tag)].some((name) => folded(name).includes(wanted)),
    )
    .toSorted(byName);
}

/** E.g. `de` → "Deutsch"; where the system does not know it, the tag. */
const ownName = (tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

/** Without case and accents: not every keyboard has them. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** News and encyclopaedia in the same 1012 sentences for every language come first; then whatever was published. */
export function figureFor({ figures }: Pick<KnownModel, 'figures'>, language: string): Figure | null {
  const own = figures.filter((figure) => figure.language === language);
  const these = own.length > 0 ? own : figures.filter((figure) => figure.language === primary(language));
  return (
    these.find(({ metric, testSet }) => metric === 'chrF' && testSet.startsWith('FLORES')) ??
    these.find(({ metric }) => metric === 'chrF') ??
    these[0] ??
    null
  );
}

const choiceOf = (list: Pick<ModelList, 'choices'>, language: string): Choice['models'] =>
  (
    list.choices.find((choice) => choice.language === language) ??
    list.choices.find((choice) => choice.language === primary(language))
  )?.models ?? [];

/** One with a closed vocabulary is right for its own demo articles alone: it is no model for a language. */
const isReadyFor = ({ source, problem, closedVocabulary }: Model, language: string): boolean =>
  problem === null && !closedVocabulary && translates(source, language);

const translates = (source: readonly string[], language: string): boolean =>
  source.includes(language) || source.includes(primary(language));

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

const byName = (a: string, b: string): number => languageName(a).localeCompare(languageName(b), 'en');
