import { join } from 'node:path';
import { ExportFormat, UnitState } from '../../contract.ts';
import { isFolder, writeOutput } from '../files.ts';
import { articleId, CommandError, existing, withSession } from '../session.ts';

interface Options {
  db?: string;
  all?: boolean;
  format: string;
  state?: string[];
  output?: string;
}

/** `bitext export`: to standard output, a file, or under its own name into a folder. */
export async function exportArticles(
  ids: string[],
  { db, all, format, state, output }: Options,
): Promise<void> {
  if (ids.length === 0 && !all) {
    throw new CommandError('Name the articles to export by their ids (see "bitext list"), or use --all.');
  }
  const checked = ExportFormat.safeParse(format);
  if (!checked.success)
    throw new CommandError(`There is no format "${format}". Formats: ${ExportFormat.options.join(', ')}.`);
  await withSession(existing(db), async ({ call }) => {
    const { name, content, units } = await call('export.bitext', {
      format: checked.data,
      ...(all ? {} : { articles: ids.map(articleId) }),
      ...(state ? { states: state.map(asState) } : {}),
    });
    const path = output !== undefined && isFolder(output) ? join(output, name) : output;
    await writeOutput(path, content);
    if (path !== undefined && path !== '-') process.stderr.write(`${units} units written to ${path}\n`);
  });
}

function asState(word: string): UnitState {
  const state = UnitState.safeParse(word);
  if (!state.success)
    throw new CommandError(`There is no state "${word}". States: ${UnitState.options.join(', ')}.`);
  return state.data;
}
