import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bitextProgram, commandLine, lines, run, type Outcome } from '../../support/command-line.ts';
import { longArticle } from '../../support/newswire.ts';

/** An export beyond what a pipe holds, with what the shell does with its output. */
async function exported(rest: string): Promise<Outcome & { full: string }> {
  const { home, bitext, env } = commandLine();
  const file = join(home, 'lang.txt');
  writeFileSync(file, longArticle(900).text);
  await bitext(['import', file]);
  const args = ['export', '--all', '--format', 'tsv', '--state', 'untranslated'];
  const { out: full } = await bitext(args);
  const command = [process.execPath, bitextProgram, ...args].join(' ');
  return { ...(await run('bash', ['-c', `set -o pipefail; ${command} ${rest}`], { env })), full };
}

describe.skipIf(process.platform === 'win32')('in a shell', () => {
  test('a slow reader gets everything', async () => {
    const { code, out, err, full } = await exported('| (sleep 1; cat)');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(full.length).toBeGreaterThan(65_536);
    expect(out).toBe(full);
  });

  test('a reader that has had enough ends the command without a word', async () => {
    const { code, out, err, full } = await exported('| head -n 1');
    expect({ code, err }).toEqual({ code: 141, err: '' });
    expect(out).toBe(`${lines(full)[0]}\n`);
  });

  test.runIf(existsSync('/dev/full'))('output into a full disk is said', async () => {
    const { code, err } = await exported('> /dev/full');
    expect(code).toBe(1);
    expect(err).toBe('bitext: the output could not be written: the disk is full.\n');
  });
});
