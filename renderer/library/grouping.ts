import type { Article } from '../../electron/contract.ts';

export interface Group {
  title: string;
  articles: Article[];
}

/** The library's shelves: what the editor brought first, then what came with the app; empty shelves are left out. */
export function shelves(articles: readonly Article[]): Group[] {
  const of = (...origins: Article['origin'][]) => articles.filter(({ origin }) => origins.includes(origin));
  return [
    { title: 'Your articles', articles: of('file', 'paste') },
    { title: 'Samples', articles: of('sample') },
    { title: 'Demo articles', articles: of('demo') },
  ].filter((group) => group.articles.length > 0);
}

/** The ids from one article to another as they stand in the list, both included (Shift-click). */
export function between(shown: readonly number[], from: number, to: number): number[] {
  const a = shown.indexOf(from);
  const b = shown.indexOf(to);
  if (a === -1 || b === -1) return [to];
  return shown.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** What stands under an article's title, e.g. "12/22 approved". */
export function progress({ counts, readiness }: Pick<Article, 'counts' | 'readiness'>): string {
  const total = counts.untranslated + counts.draft + counts.edited + counts.approved;
  if (readiness.status === 'already-english') return 'Already in English';
  if (total > 0 && counts.approved === total) return `All ${total} approved`;
  if (counts.untranslated === total) return `${total} untranslated`;
  return `${counts.approved}/${total} approved`;
}
