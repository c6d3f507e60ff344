import { expect, test } from 'vitest';
import { commandLine, lines } from '../../support/command-line.ts';

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
