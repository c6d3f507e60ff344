import { languageInfo, languageName as nameOf, languages } from '../../models/languages.ts';

/** A language's English name, e.g. `nb` → "Norwegian Bokmål". */
export const languageName = (tag: string | null): string => (tag === null ? 'Unknown language' : nameOf(tag));

/** Which way a language is written. */
export const direction = (tag: string | null): 'ltr' | 'rtl' =>
  tag === null ? 'ltr' : languageInfo(tag).direction;

/** How sure the identification is, in words, e.g. "Slovenian, 99 % sure". */
export function languageConfidence(article: {
  language: string | null;
  confidence: number;
  languageChosen: boolean;
}): string {
  if (article.language === null) return 'The language could not be told';
  const name = languageName(article.language);
  if (article.languageChosen) return `${name}, chosen by you`;
  // 100 % would claim a certainty that no identification has.
  return `${name}, ${Math.min(99, Math.round(article.confidence * 100))} % sure`;
}

/** What an editor may choose, by English name. */
export const languageChoices = languages
  .map(({ tag, name }) => ({ value: tag, label: name }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
