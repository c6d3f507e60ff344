/**
 * Scores the language technology: `npm run eval` on what is in the repository, `npm run eval -- --data FOLDER` on the
 * development sets too. `--only segmentation,alignment,identification,confidence` chooses parts.
 */
import { parseArgs } from 'node:util';
import * as alignment from './alignment.ts';
import * as confidence from './confidence.ts';
import * as identification from './identification.ts';
import type { Row } from './row.ts';
import * as segmentation from './segmentation.ts';

const parts = { segmentation, identification, alignment, confidence };
const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
const chosen = values.only?.split(',') ?? Object.keys(parts);

if (values.data === undefined) {
  console.log(
    'Without --data only what is in the repository is scored, which is little and easy; see test/eval/README.md.\n',
  );
}
for (const [name, { rows }] of Object.entries(parts)) {
  if (chosen.includes(name)) console.log(`## ${name}\n\n${table(await rows(values.data))}`);
}

/** Per cent with one digit, shares with three. */
function shown(figure: number | undefined): string {
  return figure === undefined || Number.isNaN(figure) ? '' : figure.toFixed(figure > 1.5 ? 1 : 3);
}

/** A Markdown table; the best figure of a set needs no bold to be seen. */
function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const cells = rows.map(({ set, system, figures }) => [
    set,
    system,
    ...names.map((name) => shown(figures[name])),
  ]);
  const head = ['set', 'system', ...names];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return `${[line(head), rule, ...cells.map(line)].join('\n')}\n`;
}
