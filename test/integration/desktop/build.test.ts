import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDesktop } from '../../../electron/desktop/build.ts';
import { temporaryFolder } from '../../support/library.ts';

const required = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!);

test('the sandboxed preload requires nothing but Electron; the main process nothing that is not there', async () => {
  const folder = join(temporaryFolder(), 'desktop');
  await buildDesktop(folder);
  expect(new Set(required(join(folder, 'preload.cjs')))).toEqual(new Set(['electron']));
  const known = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  expect(required(join(folder, 'main.cjs')).filter((name) => !known.has(name))).toEqual([]);
});
