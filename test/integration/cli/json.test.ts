import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine, lines, samples } from '../../support/command-line.ts';

const parsed = (out: string): unknown[] => lines(out).map((line) => JSON.parse(line) as unknown);

test.each([
  ['list --db nowhere.db', 'library.unknown', /no library/],
  ['translate', 'command.invalid', /ids/],
  ['translate 9999', 'article.unknown', /no article 9999/],
  ['translate --lines --lang xx-', 'language.unknown', /xx-/],
  ['segment nothing.txt', 'file.unreadable', /no such file/],
  ['export --all --format docx', 'command.invalid', /docx/],
  ['list --frobnicate', 'command.invalid', /frobnicate/],
])('%s --json fails as one JSON object, and in words beside it', async (command, code, message) => {
  const { bitext } = commandLine();
  const outcome = await bitext([...command.split(' '), '--json']);
  expect(outcome.code).toBe(1);
  expect(parsed(outcome.out)).toEqual([{ error: { code, message: expect.stringMatching(message) } }]);
  expect(outcome.err).toMatch(message);
});

test('help is no failure', async () => {
  const { bitext } = commandLine();
  expect(await bitext(['list', '--json', '--help'])).toMatchObject({ code: 0, err: '' });
  expect((await bitext(['--version'])).code).toBe(0);
});

test.each([
  ['import', join(samples, 'pl-kim-w-rosji.txt'), 'nothing.txt'],
  ['segment', 'nothing.txt'],
])('a language that is none is said once by %s, before any file is read', async (...command) => {
  const { bitext } = commandLine();
  const { code, out, err } = await bitext([...command, '--lang', 'xx-', '--json']);
  expect(code).toBe(1);
  expect(parsed(out)).toMatchObject([{ error: { code: 'language.unknown' } }]);
  expect(lines(err)).toEqual([expect.stringContaining('xx-')]);
  expect(parsed((await bitext(['list', '--json'])).out)).toEqual([[]]);
});

describe('with unusable files among the good ones', () => {
  function files() {
    const { home, bitext } = commandLine();
    const [broken, missing] = [join(home, 'broken.txt'), join(home, 'missing.txt')];
    writeFileSync(broken, Buffer.from([0x41, 0x42, 0xff, 0x0a]));
    return { bitext, paths: [broken, missing, join(samples, 'pl-kim-w-rosji.txt')] };
  }

  test('import says of each what became of it', async () => {
    const { bitext, paths } = files();
    const { code, out, err } = await bitext(['import', ...paths, '--json']);
    expect(code).toBe(1);
    expect(lines(err)).toHaveLength(2);
    expect(parsed(out)).toMatchObject([
      [
        { status: 'failed', name: 'broken.txt', path: paths[0], code: 'file.encoding' },
        { status: 'failed', name: 'missing.txt', path: paths[1], code: 'file.unreadable' },
        { status: 'imported', name: 'pl-kim-w-rosji.txt', path: paths[2] },
      ],
    ]);
  });

  test('identify goes on, and says of each what became of it', async () => {
    const { bitext, paths } = files();
    const { code, out, err } = await bitext(['identify', ...paths]);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(/^pl-kim-w-rosji\.txt\tpl\t[\d.]+\n$/),
    });
    expect(lines(err)).toEqual([
      expect.stringMatching(/^bitext: broken\.txt .*UTF-8/),
      expect.stringMatching(/^bitext: .*missing\.txt .*no such file/),
    ]);

    expect(parsed((await bitext(['identify', ...paths, '--json'])).out)).toMatchObject([
      { name: 'broken.txt', path: paths[0], error: { code: 'file.encoding' } },
      { name: 'missing.txt', path: paths[1], error: { code: 'file.unreadable' } },
      { name: 'pl-kim-w-rosji.txt', path: paths[2], language: 'pl' },
    ]);
  });
});
