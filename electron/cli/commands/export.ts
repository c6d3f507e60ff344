import { join } from 'node:path';
import { ExportFormat, UnitState } from '../../contract.ts';
import { isFolder, note, writeOutput } from '../files.ts';
import { chosenIds, CommandError, existing, withSession } from '../session.ts';

interface Options {
  db?: string;
  all?: boolean;
  format: string;
  state?: string[];
  output?: string;
  json?: boolean;
}

/** `bitext export`: to standard output, a file, or under its own name into a folder. */
export async function exportArticles(
  ids: string[],
  { db, all, format, state, output, json }: Options,
): Promise<void> {
  const articles = chosenIds(ids, all);
  const checked = ExportFormat.safeParse(format);
  if (!checked.success)
    throw new CommandError(`There is no format "${format}". Formats: ${ExportFormat.options.join(', ')}.`);
  const file = output === '-' ? undefined : output;
  if (json && file === undefined)
    throw new CommandError(
      'With --json the export goes to a file: name it with -o. (For JSON itself: --format jsonl.)',
    );
  await withSession(existing(db), async ({ call }) => {
    const { name, content, units, leftOut } = await call('export.bitext', {
      format: checked.data,
      ...(articles === 'all' ? {} : { articles }),
      ...(state ? { states: state.flatMap((words) => words.split(',')).map(asState) } : {}),
    });
    const path = file !== undefined && isFolder(file) ? join(file, name) : file;
    await writeOutput(path, content);
    if (json) console.log(JSON.stringify({ path, units, leftOut, format: checked.data }));
    const written = `${units} units written${path === undefined ? '' : ` to ${path}`}`;
    if (leftOut > 0) note(`${written}, ${leftOut} without a translation left out`);
    else if (path !== undefined) note(written);
  });
}

function asState(word: string): UnitState {
  const state = UnitState.safeParse(word.trim());
  if (!state.success)
    throw new CommandError(`There is no state "${word}". States: ${UnitState.options.join(', ')}.`);
  return state.data;
}
