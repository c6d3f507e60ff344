import type { Article } from '../../contract.ts';
import { print } from '../files.ts';
import { existing, withSession } from '../session.ts';

/** `bitext list`: a line an article; the columns are those of `COLUMNS`. */
export async function list({ db, json }: { db?: string; json?: boolean }): Promise<void> {
  await withSession(existing(db), async ({ call }) => {
    const articles = await call('library.list', {});
    if (json) console.log(JSON.stringify(articles));
    else await print(articleTable(articles, process.stdout.isTTY));
  });
}

const COLUMNS: Record<string, (article: Article) => string | number> = {
  id: ({ id }) => id,
  language: ({ language }) => language ?? 'und',
  // Not an empty cell: a shell's `read` would take the next column for it.
  date: ({ date }) => date ?? '-',
  untranslated: ({ counts }) => counts.untranslated,
  draft: ({ counts }) => counts.draft,
  edited: ({ counts }) => counts.edited,
  approved: ({ counts }) => counts.approved,
  title: ({ title }) => title,
};

/** For programs: cells apart by tabs, no header. For a reader: named columns that stand below each other. */
export function articleTable(articles: readonly Article[], isForReader: boolean): string {
  const rows = articles.map((article) => Object.values(COLUMNS).map((cell) => String(cell(article))));
  if (!isForReader) return rows.map((cells) => `${cells.join('\t')}\n`).join('');
  if (rows.length === 0) return 'The library is empty.\n';
  const table = [Object.keys(COLUMNS), ...rows];
  const widths = Object.keys(COLUMNS).map((_, column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return table.map((cells) => `${line(cells)}\n`).join('');
}
