/**
 * The models that are known to exist, in the standard layout, on the public hub, and which of them to get for a language.
 *
 * The list is data (`catalogue.json`, its form in `known-model.ts`); it names only what its makers publish, and a figure
 * only with the page that states it. The figures are of the makers' own weights; what is downloaded are
 * 8-bit copies of these, which may be a little worse. Sizes are those of the files that are needed, approximate where they
 * could only be read off a page. Licences are those of the makers' cards on the hub; where the card says Apache-2.0, the
 * project that trained the Opus-MT models says CC-BY-4.0 (github.com/Helsinki-NLP/OPUS-MT-train): keeping to both is
 * keeping the notice and naming the maker.
 */
import { languageInfo } from '../languages.ts';
import catalogue from './catalogue.json' with { type: 'json' };
import { Catalogue, Quality, type Figure, type KnownModel } from './known-model.ts';

export type { Figure, KnownModel, ModelFile } from './known-model.ts';

/** Every known model. */
export const knownModels: readonly KnownModel[] = Catalogue.parse(catalogue).models;

/**
 * The known models that translate `language` into English, the recommended one first, then what else there is. Their
 * figures are those of this language, and their quality is what these tell.
 *
 * Those that this version can run come first, then those of use for more than the gist. Among these a model that everybody
 * may use goes before one that is for non-commercial use only, however good: an editor's work is rarely that. Then better
 * before worse, made for few languages before made for many (several times as large and as slow), and one with published
 * figures before one without.
 *
 * @param language BCP 47 tag; a regional one finds the models of its language
 */
export function knownModelsFor(language: string): KnownModel[] {
  return knownModels
    .filter((model) => translates(model, language) && isTold(model, language))
    .map((model) => seenFrom(model, language))
    .toSorted(
      (a, b) =>
        Number(b.supported) - Number(a.supported) ||
        Number(a.quality === 'gist') - Number(b.quality === 'gist') ||
        Number(a.isNonCommercial) - Number(b.isNonCommercial) ||
        Quality.options.indexOf(a.quality) - Quality.options.indexOf(b.quality) ||
        breadth(a) - breadth(b) ||
        Number(b.figures.length > 0) - Number(a.figures.length > 0),
    );
}

/** Whether a model translates `language`, or the language that it is a regional form of, into English. */
export function translates(
  { source, target }: { source: readonly string[]; target: string },
  language: string,
): boolean {
  return isEnglish(target) && (source.includes(language) || source.includes(primary(language)));
}

/** English of any region: nothing else is translated into here. */
export const isEnglish = (tag: string): boolean => primary(tag) === 'en';

/**
 * What a published figure promises, or null without one on FLORES. Its chrF into English is what can be compared: the same
 * 1012 sentences for every language and model. The bounds are ours. "Gist" ends in a gap of the figures, between 46.2 and
 * 47.9: below it are such as Opus-MT for Hindi, which gets 13 BLEU on news.
 */
export function qualityFrom(figures: readonly Figure[]): Quality | null {
  const flores = figures.find(({ metric, testSet }) => metric === 'chrF' && testSet.startsWith('FLORES'));
  if (!flores) return null;
  if (flores.value >= 60) return 'good';
  return flores.value >= 47 ? 'fair' : 'gist';
}

/** Models for many languages must be told which one it is, and not each has a code for each: NLLB has no Serbian in Latin script. */
function isTold({ kind }: KnownModel, language: string): boolean {
  if (kind === 'marian') return true;
  const { codes } = languageInfo(language);
  return (kind === 'nllb' ? codes.nllb : codes.m2m) !== undefined;
}

/** For how many languages a model is made; from a family of languages on it matters no more. */
const breadth = ({ source }: KnownModel): number => Math.min(source.length, 20);

function seenFrom(model: KnownModel, language: string): KnownModel {
  const own = model.figures.filter((figure) => figure.language === language);
  const figures =
    own.length > 0 ? own : model.figures.filter((figure) => figure.language === primary(language));
  return { ...model, figures, quality: qualityFrom(figures) ?? model.quality };
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag;
