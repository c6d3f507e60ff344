import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/library.ts';
import { parseTmx } from '../../support/tmx.ts';

const samples = join(import.meta.dirname, '../../../data/samples');
const source = join(samples, 'nb-samarbeidet-nye-hoyder.txt');
const target = join(samples, 'nb-samarbeidet-nye-hoyder.en.txt');
const gold = readFileSync(join(samples, 'nb-samarbeidet-nye-hoyder.beads'), 'utf8');

const files = (contents: Record<string, string>) => {
  const folder = temporaryFolder();
  return Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
};

test('a text and its translation give beads with how sure they are', async () => {
  const { bitext } = commandLine();
  const { code, out, err } = await bitext(['align', source, target, '--source-lang', 'nb']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^(\[[\d,]*\]:\[[\d,]*\]:[01]\.\d\d\n)+$/);
  expect(out.replaceAll(/:[01]\.\d\d$/gm, '')).toBe(gold.replaceAll(' ', ''));
});

test('as a table, and as TMX', async () => {
  const { bitext } = commandLine();
  const tsv = await bitext(['align', source, target, '--source-lang', 'nb', '--format', 'tsv']);
  expect(tsv.out.split('\n')[0]).toMatch(/^Samarbeidet mellom .*\tCooperation between .*\t[01]\.\d\d$/);
  const tmx = await bitext(['align', source, target, '--source-lang', 'nb', '--format', 'tmx']);
  const [first] = parseTmx(tmx.out);
  expect(first?.segments).toMatchObject({
    nb: expect.stringMatching(/^Samarbeidet/),
    en: expect.stringMatching(/^Cooperation/),
  });
});

test('lines are sentences already, and a machine translation of them helps', async () => {
  const [de = '', en = '', mt = ''] = files({
    de: 'Eins.\nDer Hund schläft im Garten.\nDie Katze jagt Mäuse.\n',
    en: 'One.\nThe dog sleeps in the garden.\nMice are hunted by the cat.\n',
    mt: 'One.\nThe dog sleeps in the garden.\nThe cat hunts mice.\n',
  });
  const { bitext } = commandLine();
  const { out } = await bitext(['align', de, en, '--source-lang', 'de', '--lines', '--mt', mt]);
  expect(out.split('\n').map((line) => line.replace(/:[01]\.\d\d$/, ''))).toEqual([
    '[0]:[0]',
    '[1]:[1]',
    '[2]:[2]',
    '',
  ]);
});

test.each<[string, string[], RegExp]>([
  ['a file that is not there', [source, 'nowhere.txt', '--source-lang', 'nb'], /nowhere\.txt/],
  ['no such format', [source, target, '--source-lang', 'nb', '--format', 'pdf'], /beads, tsv, tmx/],
  ['no language', [source, target], /--source-lang/],
  ['no such language', [source, target, '--source-lang', 'x y'], /x y/],
  [
    'a machine translation of another length',
    [source, target, '--source-lang', 'nb', '--mt', target],
    /23|lines|sentences/,
  ],
])('%s is said in one line', async (_, args, message) => {
  const { code, out, err } = await commandLine().bitext(['align', ...args]);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(message);
});
