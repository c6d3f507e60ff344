import type { Article } from '../../electron/contract.ts';
import { languageInfo, languageName as nameOf, languages } from '../../models/languages.ts';

/** A language's English name, e.g. `nb` → "Norwegian Bokmål". */
export const languageName = (tag: string | null): string => (tag === null ? 'Unknown language' : nameOf(tag));

/** The article's language; where several are too near to be told apart, all of them: "Croatian, Bosnian, or Serbian (Latin)?". */
export function articleLanguage({
  language,
  languageGroup,
}: Pick<Article, 'language' | 'languageGroup'>): string {
  if (languageGroup.length < 2) return languageName(language);
  return `${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(languageGroup.map(languageName))}?`;
}

/** Which way a language is written. */
export const direction = (tag: string | null): 'ltr' | 'rtl' =>
  tag === null ? 'ltr' : languageInfo(tag).direction;

/** How sure the identification is, in words, e.g. "Slovenian, 99 % sure". */
export function languageConfidence(article: {
  language: string | null;
  confidence: number;
  languageChosen: boolean;
  languageGroup: readonly string[];
}): string {
  if (article.language === null) return 'The language could not be told';
  const name = languageName(article.language);
  if (article.languageGroup.length > 1) {
    return `${articleLanguage({ ...article, languageGroup: [...article.languageGroup] })} Too near to each other to be told apart: please choose`;
  }
  if (article.languageChosen) return `${name}, chosen by you`;
  // 100 % would claim a certainty that no identification has.
  return `${name}, ${Math.min(99, Math.round(article.confidence * 100))} % sure`;
}

/** What an editor may choose, by English name. */
export const languageChoices = languages
  .map(({ tag, name }) => ({ value: tag, label: name }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

/** The choices for an article: those that it surely is one of stand before all others. */
export const choicesFor = ({ languageGroup }: Pick<Article, 'languageGroup'>) =>
  languageGroup.length < 2
    ? languageChoices
    : [
        {
          group: 'Probably one of these',
          items: languageChoices.filter(({ value }) => languageGroup.includes(value)),
        },
        { group: 'Others', items: languageChoices.filter(({ value }) => !languageGroup.includes(value)) },
      ];
