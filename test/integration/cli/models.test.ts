import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, lines, root } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/library.ts';

const mini = join(root, 'models/mini/weights');

function modelFolder(name: string): string {
  const folder = join(temporaryFolder(), name);
  cpSync(mini, folder, { recursive: true });
  return folder;
}

test('install from a folder, verify, pack, remove, install elsewhere, repair', async () => {
  const { bitext, home } = commandLine();
  const installed = await bitext(['models', 'install', modelFolder('opus-mt-de-en')]);
  expect(installed).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining('Installed: opus-mt-de-en'),
  });
  expect(lines((await bitext(['models', 'verify'])).out)).toEqual([
    'opus-mt-de-en\tright, 6 files, 1.5 MB',
    'mini\tright, 6 files, 1.5 MB',
  ]);
  const stick = join(temporaryFolder(), 'stick.tar.gz');
  const packed = await bitext(['models', 'pack', 'opus-mt-de-en', '-o', stick, '--json']);
  expect(JSON.parse(packed.out)).toMatchObject({ path: stick, models: ['opus-mt-de-en'] });
  expect((await bitext(['models', 'remove', 'opus-mt-de-en'])).code).toBe(0);
  expect((await bitext(['models', 'verify', 'opus-mt-de-en'])).err).toContain(
    'No model “opus-mt-de-en” is installed',
  );
  const again = await bitext(['models', 'install', stick, '--json']);
  expect(JSON.parse(again.out)).toMatchObject({
    installed: [{ id: 'opus-mt-de-en', verifiedAt: expect.any(String) }],
  });

  const file = join(home, 'models/opus-mt-de-en/tokenizer.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Wien', 'Bonn'));
  const damaged = await bitext(['models', 'verify', '--json']);
  expect(damaged.code).toBe(1);
  expect(damaged.err).toContain('tokenizer.json');
  expect(JSON.parse(damaged.out)).toMatchObject([
    { model: 'opus-mt-de-en', problem: { code: 'model.damaged' } },
    { model: 'mini', problem: null },
  ]);
});

test.each([
  [['install', 'nothing-like-this'], 'model.unknown'],
  [['install', '/dev/null'], 'archive.unknown'],
  [['remove', 'mini'], 'model.embedded'],
  [['repair', 'mini'], 'model.embedded'],
  [['repair', 'nothing'], 'model.unknown'],
  [['pack', '-o', '/nowhere/x.tar.gz'], 'model.none'],
])('models %j fails with a code and one clear line', async (args, code) => {
  const { bitext } = commandLine();
  const { code: exit, out, err } = await bitext(['models', ...args, '--json']);
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ error: { code } });
  expect(lines(err).filter((line) => line.startsWith('bitext: '))).toHaveLength(1);
});

test('a licence without commercial use is agreed to once', async () => {
  const { bitext } = commandLine();
  const folder = modelFolder('nllb-200-distilled-600M');
  writeFileSync(join(folder, 'bitext.json'), '{"source": ["sl"]}');
  expect(await bitext(['models', 'install', folder])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--accept-licence'),
  });
  expect((await bitext(['models', 'install', folder, '--accept-licence'])).code).toBe(0);
  expect((await bitext(['models', 'remove', 'nllb-200-distilled-600M'])).code).toBe(0);
  expect((await bitext(['models', 'install', folder])).code).toBe(0);
});
