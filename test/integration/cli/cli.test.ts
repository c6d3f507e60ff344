import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commandLine, lines, root, samples } from '../../support/command-line.ts';

test('a folder is imported, listed, translated and exported', async () => {
  const { home, bitext } = commandLine();
  const imported = await bitext(['import', join(samples, 'demo')]);
  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(lines(imported.out)).toHaveLength(5);

  const listed = JSON.parse((await bitext(['list', '--json'])).out) as { id: number; language: string }[];
  expect(listed.map(({ language }) => language).toSorted()).toEqual(['de', 'nb', 'pl', 'sl', 'sq']);

  const translated = await bitext(['translate', '--all']);
  expect(translated.code).toBe(0);
  expect(translated.err).toMatch(/\d+ of \d+/);

  const polish = listed.find(({ language }) => language === 'pl')!;
  const exported = await bitext(['export', String(polish.id), '--format', 'tsv']);
  const expected = readFileSync(join(root, 'test/fixtures/demo/pl.en.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  for (const sentence of expected) expect(exported.out).toContain(sentence);

  const out = join(home, 'out.tmx');
  expect((await bitext(['export', '--all', '--format', 'tmx', '-o', out])).code).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('<tmx version="1.4">');
});

test('--db puts the library anywhere', async () => {
  const { home, bitext } = commandLine();
  const db = join(home, 'else', 'where.db');
  await bitext(['import', join(samples, 'de-engere-beziehungen.txt'), '--db', db]);
  expect(existsSync(db)).toBe(true);
  expect((await bitext(['list', '--db', db])).out).toContain('Engere beziehungen');
  expect((await bitext(['list'])).out).toBe('');
});

test.each([
  ['sl-nova-ruska-ljubezen', 'sl', 23],
  ['sq-putin-kim-vladivostok', 'sq', 57],
  ['pl-kim-w-rosji', 'pl', 22],
  ['de-engere-beziehungen', 'de', 15],
  ['nb-samarbeidet-nye-hoyder', 'nb', 20],
])('%s is recognised and cut into its sentences', async (name, language, count) => {
  const { bitext } = commandLine();
  const path = join(samples, `${name}.txt`);
  const [label, found, confidence] = (await bitext(['identify', path])).out.trim().split('\t');
  expect([label, found]).toEqual([`${name}.txt`, language]);
  expect(Number(confidence)).toBeGreaterThan(0.9);

  const text = readFileSync(path, 'utf8');
  const sentences = lines((await bitext(['segment', path, '--lang', language])).out).map(
    (line) => JSON.parse(line) as { start: number; end: number; text: string },
  );
  expect(sentences).toHaveLength(count);
  for (const { start, end, text: sentence } of sentences) expect(text.slice(start, end)).toBe(sentence);
});

test('identify answers for every line of standard input, also for the ones that say nothing', async () => {
  const { bitext } = commandLine();
  const input =
    'Premier przyjechał wczoraj do Warszawy na rozmowy.\n\nDer Minister kam gestern nach Berlin.\n';
  const { out } = await bitext(['identify', '-', '--lines'], input);
  expect(lines(out).map((line) => line.split('\t')[1])).toEqual(['pl', 'und', 'de']);
});

test('lines are translated from standard input to standard output, in order, empty ones kept', async () => {
  const { bitext } = commandLine();
  const input =
    'Am Montag zählte die Polizei 15 Busse in Wien.\n\nAm Montag zählte die Polizei 16 Busse in Wien nach dem Sturm.\n';
  expect(await bitext(['translate', '--lines', '--lang', 'de'], input)).toEqual({
    code: 0,
    err: '',
    out: 'On Monday, the police counted 15 buses in Vienna.\n\nOn Monday, the police counted 16 buses in Vienna after the storm.\n',
  });
});

test('what the mini model does not know is refused with the way to get a model, never made up', async () => {
  const { bitext } = commandLine();
  const { code, out, err } = await bitext(
    ['translate', '--lines', '--lang', 'de'],
    'Der Hund schläft im Garten.\n',
  );
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^bitext: .*opus-mt-de-en.*\n$/);
});

test('an article that no model can translate says which one it needs', async () => {
  const { bitext } = commandLine();
  await bitext(['import', join(samples, 'pl-kim-w-rosji.txt')]);
  const { code, err } = await bitext(['translate', '1']);
  expect(code).toBe(1);
  expect(err).toContain('opus-mt-pl-en');
});

test('an unusable file is named with its cause; the others come in', async () => {
  const { home, bitext } = commandLine();
  const bad = join(home, 'kaputt.txt');
  writeFileSync(bad, Buffer.from([0x41, 0x42, 0xff, 0x0a]));
  const { code, out, err } = await bitext([
    'import',
    bad,
    join(samples, 'pl-kim-w-rosji.txt'),
    join(home, 'fehlt.txt'),
  ]);
  expect(code).toBe(1);
  expect(lines(out)).toHaveLength(1);
  expect(lines(err)[0]).toMatch(/^bitext: .*kaputt\.txt.*UTF-8/);
  expect(lines(err)[1]).toMatch(/^bitext: .*fehlt\.txt.*no such file/);
});

test.each([['list'], ['translate', '--all'], ['export', '--all', '--format', 'tmx']])(
  'a library misspelt after %s is not made',
  async (...command) => {
    const { home, bitext } = commandLine();
    const db = join(home, 'typo', 'library.db');
    expect(await bitext([...command, '--db', db])).toEqual({
      code: 1,
      out: '',
      err: `bitext: There is no library ${db}. "bitext import" makes one.\n`,
    });
    expect(existsSync(join(home, 'typo'))).toBe(false);
  },
);

test('all texts below a folder come in, whatever the case of their names', async () => {
  const { home, bitext } = commandLine();
  const folder = join(home, 'in');
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'a', 'b', 'GROSS.TXT'), 'Der Minister kam nach Berlin.');
  writeFileSync(join(folder, 'z.txt'), 'Der Minister fuhr nach Hamburg.');
  writeFileSync(join(folder, 'a', 'bild.jpg'), 'no text');
  if (process.platform !== 'win32') symlinkSync('..', join(folder, 'a', 'round-and-round'));
  const { code, out } = await bitext(['import', folder]);
  expect(code).toBe(0);
  expect(lines(out)).toEqual([
    expect.stringMatching(/^imported.*GROSS/i),
    expect.stringMatching(/^imported.*z$/i),
  ]);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be read is named, and the others come in',
  async () => {
    const { home, bitext } = commandLine();
    const folder = join(home, 'in');
    const secret = join(folder, 'geheim');
    mkdirSync(secret, { recursive: true });
    writeFileSync(join(folder, 'z.txt'), 'Der Minister fuhr nach Hamburg.');
    chmodSync(secret, 0o000);
    onTestFinished(() => chmodSync(secret, 0o700));
    expect(await bitext(['import', folder])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^imported/),
      err: `bitext: ${secret} could not be read: permission denied.\n`,
    });
  },
);

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a file that may not be read is named',
  async () => {
    const { home, bitext } = commandLine();
    const secret = join(home, 'geheim.txt');
    writeFileSync(secret, 'Geheim.');
    chmodSync(secret, 0o000);
    expect((await bitext(['import', secret])).err).toMatch(
      /geheim\.txt could not be read: permission denied/,
    );
  },
);

test.skipIf(process.platform === 'win32')('a file that cannot be opened is named', async () => {
  const { home, bitext } = commandLine();
  symlinkSync('kreis.txt', join(home, 'kreis.txt'));
  expect(await bitext(['import', join(home, 'kreis.txt')])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^bitext: .*kreis\.txt could not be read: the link leads in a circle\.\n$/),
  });
});

test.runIf(existsSync('/dev/full'))('a full disk is said, and no half file is left', async () => {
  const { bitext, db } = commandLine();
  await bitext(['import', join(samples, 'demo/de-Sturm-in-Wien.txt'), '--db', db]);
  await bitext(['translate', '--all', '--db', db]);
  const { code, err } = await bitext(['export', '--all', '--format', 'tmx', '-o', '/dev/full', '--db', db]);
  expect(code).toBe(1);
  expect(err).toBe('bitext: /dev/full could not be written: the disk is full.\n');
});

test.each([
  [['export', '--all', '--format', 'docx'], /no format "docx"/],
  [['export', '--format', 'tmx'], /ids/],
  [['export', 'x', '--format', 'tmx'], /"x" is not an article's id/],
  [['translate', '7'], /no article 7/],
  [['translate', '--lines', '--lang', 'xx-'], /xx-/],
  [['import', 'data/nothing'], /no such file/],
  [['identify', 'nothing.txt'], /no such file/],
  [['frobnicate'], /unknown command/],
])('%j ends with one clear line and an exit code', async (args, message) => {
  const { bitext } = commandLine();
  const { code, out, err } = await bitext(args);
  expect(code).not.toBe(0);
  expect(out).toBe('');
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at /);
});

test('models says what is installed and where others go', async () => {
  const { home, bitext } = commandLine();
  const { out } = await bitext(['models']);
  expect(out).toContain(join(home, 'models'));
  expect(out).toMatch(/mini/i);
  expect(out).toContain('Xenova/opus-mt-de-en');
});

test('nothing but the library and the models folder is left in the data folder', async () => {
  const { home, bitext } = commandLine();
  await bitext(['import', join(samples, 'demo/de-Sturm-in-Wien.txt')]);
  expect(readdirSync(home).toSorted()).toEqual(['library.db', 'models']);
  mkdirSync(join(home, 'empty'));
  expect((await bitext(['import', join(home, 'empty')])).err).toMatch(/no \.txt file/);
});
