import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, lines, samples } from '../../support/command-line.ts';

const demo = join(samples, 'demo/de-Sturm-in-Wien.txt');
const outOfReach = ['pl-kim-w-rosji', 'sl-nova-ruska-ljubezen'].map((name) => join(samples, `${name}.txt`));

test('--all translates what it can; what waits for a model is said and is no failure', async () => {
  const { bitext } = commandLine();
  await bitext(['import', demo, ...outOfReach]);
  const { code, out, err } = await bitext(['translate', '--all']);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^translated\t1\t\d+ sentences\n$/) });
  const notes = lines(err).filter((line) => !/: \d+ of \d+( ·.*)?$/.test(line));
  expect(notes.toSorted()).toEqual([
    expect.stringMatching(/^No installed model translates “Kim w rosji” from Polish\. .*opus-mt-pl-en/),
    expect.stringMatching(/^No installed model translates “Nova ruska ljubezen” from Slovenian\./),
  ]);

  const named = await bitext(['translate', '2', '3', '--json']);
  expect(named.code).toBe(1);
  expect(JSON.parse(named.out)).toMatchObject([
    { article: 2, state: 'failed', error: { code: 'model.none' } },
    { article: 3, state: 'failed', error: { code: 'model.none' } },
  ]);
});

test('an article that is translated already has nothing to translate', async () => {
  const { bitext } = commandLine();
  await bitext(['import', demo]);
  const first = await bitext(['translate', '1', '--json']);
  expect(JSON.parse(first.out)).toMatchObject([{ article: 1, state: 'done', error: null }]);
  expect(await bitext(['translate', '1'])).toEqual({
    code: 0,
    out: '',
    err: 'Sturm in Wien: nothing to translate\n',
  });
  expect(await bitext(['translate', '--all'])).toEqual({
    code: 0,
    out: '',
    err: 'There is nothing to translate.\n',
  });
});

test.each([
  [['1', '--all'], /not both/],
  [['1', '--lines', '--lang', 'de'], /leave out the ids/],
  [['--all', '--lines', '--lang', 'de'], /leave out the ids/],
  [['1', '--lang', 'de'], /--lang is the language of --lines/],
  [['1', '--beam', '4'], /--beam is for --lines/],
  [['--lines', '--lang', 'de', '--beam', '7'], /--beam is a whole number from 1 to 6/],
  [['--lines', '--lang', 'de', '--beam', 'wide'], /--beam is a whole number from 1 to 6/],
])('translate %j is refused', async (args, message) => {
  const { code, out, err } = await commandLine().bitext(['translate', ...args]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(message);
});

test('lines come as JSON, each with its source', async () => {
  const { bitext } = commandLine();
  const source = 'Am Montag zählte die Polizei 15 Busse in Wien.';
  const args = ['translate', '--lines', '--lang', 'de', '--beam', '4', '--json'];
  const { code, out } = await bitext(args, `${source}\n\n`);
  expect(code).toBe(0);
  expect(lines(out).map((line) => JSON.parse(line) as unknown)).toEqual([
    { source, target: 'On Monday, the police counted 15 buses in Vienna.' },
    { source: '', target: '' },
  ]);
});
