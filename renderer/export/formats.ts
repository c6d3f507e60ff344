import type { Article, ExportFormat, UnitState } from '../../electron/contract.ts';
import { states } from '../parts/states.ts';

/** What each format is for, in the editor's words. */
export const formats: readonly { format: ExportFormat; name: string; short: string; purpose: string }[] = [
  {
    format: 'tmx',
    name: 'TMX 1.4b',
    short: 'TMX',
    purpose: 'For translation memories and every CAT tool; carries state and dates.',
  },
  {
    format: 'html',
    name: 'HTML, side by side',
    short: 'HTML',
    purpose: 'One page to read, print or send; opens anywhere.',
  },
  {
    format: 'tsv',
    name: 'TSV',
    short: 'TSV',
    purpose: 'A table, one unit a line; for spreadsheets and scripts.',
  },
  {
    format: 'jsonl',
    name: 'JSONL',
    short: 'JSONL',
    purpose: 'One JSON object a line, with everything; for programs.',
  },
];

export type Scope = 'this' | 'selected' | 'all';

/** How many units of these articles are in each state. */
export function countsOf(articles: readonly Pick<Article, 'counts'>[]): Record<UnitState, number> {
  const sum: Record<UnitState, number> = { untranslated: 0, draft: 0, edited: 0, approved: 0 };
  for (const { counts } of articles) for (const state of states) sum[state] += counts[state];
  return sum;
}
