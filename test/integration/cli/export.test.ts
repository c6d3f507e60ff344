import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, lines, samples } from '../../support/command-line.ts';

/** A library with one German article, translated, and one Polish article that is not. */
async function library() {
  const { home, bitext } = commandLine();
  await bitext(['import', join(samples, 'demo/de-Sturm-in-Wien.txt')]);
  await bitext(['translate', '1']);
  await bitext(['import', join(samples, 'pl-kim-w-rosji.txt')]);
  return { home, bitext };
}

test('what was written is said as JSON, with what the format left out', async () => {
  const { home, bitext } = await library();
  const path = join(home, 'out.tmx');
  const states = ['--state', 'untranslated,draft', 'approved'];
  const exported = await bitext(['export', '--all', '--format', 'tmx', ...states, '-o', path, '--json']);
  const { units, ...rest } = JSON.parse(exported.out) as { units: number };
  expect(rest).toEqual({ path, leftOut: 22, format: 'tmx' });
  expect(exported.err).toBe(`${units} units written to ${path}, 22 without a translation left out\n`);

  // To standard output the export goes alone; what is missing from it is said beside it.
  const tsv = await bitext(['export', '--all', '--format', 'tsv', ...states]);
  expect(tsv.err).toBe('');
  expect(lines(tsv.out)).toHaveLength(1 + units + 22);
  const tmx = await bitext(['export', '--all', '--format', 'tmx', ...states]);
  expect(tmx.err).toBe(`${units} units written, 22 without a translation left out\n`);
});

test.each([
  [['1', '--all', '--format', 'tmx'], /ids or use --all, not both/],
  [['--all', '--format', 'tmx', '--json'], /-o/],
  [['--all', '--format', 'tmx', '--json', '-o', '-'], /-o/],
  [['--all', '--format', 'tmx', '--state', 'draft,done'], /no state "done"/],
])('export %j is refused', async (args, message) => {
  const { bitext } = commandLine();
  const { code, err } = await bitext(['export', ...args]);
  expect(code).toBe(1);
  expect(err).toMatch(message);
});

test('a folder that is not there is what is missing, not the file', async () => {
  const { home, bitext } = await library();
  const folder = join(home, 'no', 'such');
  for (const path of [join(folder, 'x.html'), `${folder}/`]) {
    const { code, err } = await bitext(['export', '1', '--format', 'html', '-o', path]);
    expect({ code, err }).toEqual({
      code: 1,
      err: `bitext: ${path} could not be written: the folder ${folder} does not exist.\n`,
    });
  }
  expect(existsSync(folder)).toBe(false);
});
