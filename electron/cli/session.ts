import { existsSync } from 'node:fs';
import type { Event, Input, Method, Output } from '../contract.ts';
import { folders } from '../folders.ts';
import { openWorkbench } from '../workbench/open.ts';

/** One command's use of the workbench. */
export interface Session {
  call: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;
  subscribe: (listener: (event: Event) => void) => () => void;
}

/** What ends a command without success; `main` says it to the user, a line on standard error for each of the message's. */
export class CommandError extends Error {
  /** Dotted and stable, for `--json`. */
  readonly code: string;
  readonly exitCode: number;
  /** Standard output has it already, among the results. */
  readonly isInOutput: boolean;

  constructor(message: string, { code = 'command.invalid', exitCode = 1, isInOutput = false } = {}) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
    this.isInOutput = isInOutput;
  }
}

/** Opens the library, runs the command over the same contract as the windows, and closes whatever happens. */
export async function withSession<T>(
  db: string | undefined,
  command: (session: Session) => Promise<T>,
): Promise<T> {
  const workbench = openWorkbench(folders(db));
  const call: Session['call'] = async (method, input) => {
    const answer = await workbench.dispatch(method, input);
    if (!answer.ok) throw new CommandError(answer.error.message, { code: answer.error.code });
    return answer.data;
  };
  try {
    return await command({ call, subscribe: workbench.subscribe });
  } finally {
    await workbench.close();
  }
}

/** The `--db` option of a command that reads: a slip in the name must not make another, empty library. */
export function existing(db: string | undefined): string | undefined {
  if (db !== undefined && !existsSync(db))
    throw new CommandError(`There is no library ${db}. "bitext import" makes one.`, {
      code: 'library.unknown',
    });
  return db;
}

/** The articles that a command was given: by their ids, or all with `--all`. */
export function chosenIds(ids: readonly string[], all = false): number[] | 'all' {
  if (all && ids.length > 0) throw new CommandError('Name the articles by their ids or use --all, not both.');
  if (!all && ids.length === 0)
    throw new CommandError('Name the articles by their ids (see "bitext list"), or use --all.');
  return all ? 'all' : ids.map(articleId);
}

function articleId(text: string): number {
  const id = Number(text);
  if (!Number.isSafeInteger(id) || id < 1)
    throw new CommandError(`"${text}" is not an article's id (see "bitext list").`);
  return id;
}
