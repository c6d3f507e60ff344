import type { Article, Failure } from '../../contract.ts';

interface Untranslated {
  article: Article;
  error: Failure;
}

/** Nothing is wrong, something is missing yet: a model or the article's language. */
const waiting = new Set(['model.none', 'model.language', 'model.vocabulary', 'article.language']);

export const isWaiting = ({ error }: Untranslated): boolean => waiting.has(error.code);

/** Why articles were not translated: what holds for several (the way to get a model, say) is said once, with their titles. */
export function explain(failures: readonly Untranslated[]): string[] {
  const groups = Map.groupBy(failures, (failure) =>
    isWaiting(failure)
      ? failure.error.message.replace(quoted(failure.article.title), () => TITLES)
      : failure.error.message,
  );
  return [...groups].map(([message, group]) => {
    if (!isWaiting(group[0] as Untranslated)) return message;
    const titles = list(group.map(({ article }) => quoted(article.title)));
    return message.includes(TITLES) ? message.replace(TITLES, () => titles) : `${titles}: ${message}`;
  });
}

/** Stands for the titles; no text holds it (a private-use character). */
const TITLES = '\u{10FFFD}';

const MOST_TITLES = 8;

const quoted = (title: string): string => `“${title}”`;

function list(titles: readonly string[]): string {
  const more = titles.length - MOST_TITLES;
  const shown = more > 1 ? [...titles.slice(0, MOST_TITLES), `${more} others`] : titles;
  return new Intl.ListFormat('en').format(shown);
}
