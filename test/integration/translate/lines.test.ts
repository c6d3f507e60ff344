import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { calling, file, inProcess } from '../../support/hosts.ts';
import { samples } from '../../support/command-line.ts';

const demo = readFileSync(join(samples, 'demo/de-Sturm-in-Wien.txt'));

test('a line that reads like the number of an article is judged by itself', async () => {
  const window = await inProcess();
  const [result] = await calling(window)('library.import', { files: [file('a.txt', demo)] });
  expect(result).toMatchObject({ status: 'imported', article: { id: 1, readiness: { status: 'ready' } } });
  expect(await window.answer('translate.lines', { lines: ['1'], language: 'de' })).toMatchObject({
    ok: false,
    error: { code: 'model.none' },
  });
});

test('an article is judged by itself, whatever lines there were before it', async () => {
  const window = await inProcess();
  await window.answer('translate.lines', { lines: ['1'], language: 'de' });
  const [result] = await calling(window)('library.import', { files: [file('a.txt', demo)] });
  expect(result).toMatchObject({ article: { id: 1, readiness: { status: 'ready' } } });
});
