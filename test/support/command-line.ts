import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from './library.ts';

export const root = join(import.meta.dirname, '../..');
export const samples = join(root, 'data/samples');
export const bitextProgram = join(root, 'electron/cli/main.ts');

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs a program to its end. */
export const run = (
  program: string,
  args: string[],
  { env, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = execFile(
      program,
      args,
      { env: { ...process.env, ...env }, maxBuffer: 64e6 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
    child.stdin?.end(input);
  });

/** Runs the command line as a user would, in a data folder of the test's own. */
export function commandLine(home = temporaryFolder()) {
  const env = { BITEXT_HOME: home };
  const bitext = (args: string[], input = '') =>
    run(process.execPath, [bitextProgram, ...args], { env, input });
  return { home, env, bitext, db: join(home, 'library.db') };
}

export const lines = (text: string) => text.trimEnd().split('\n');
