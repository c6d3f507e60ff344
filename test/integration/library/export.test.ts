import { expect, test } from 'vitest';
import { calling, inProcess } from '../../support/hosts.ts';

interface Line {
  source: string;
  sentences: number | null;
}

test('a unit says how many sentences it spans, and TMX does not pass several off as one segment', async () => {
  const call = calling(await inProcess());
  await call('library.openSamples', {});
  const { content } = await call('export.bitext', { format: 'jsonl' });
  const units = content
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(units.every(({ sentences }) => sentences !== null && sentences > 0)).toBe(true);
  const spanning = units.filter(({ sentences }) => sentences !== null && sentences > 1);
  expect(spanning.length).toBeGreaterThan(0);
  expect(spanning.length).toBeLessThan(units.length / 2);
  const tmx = await call('export.bitext', { format: 'tmx' });
  expect(tmx.content.match(/segtype="block"/g)).toHaveLength(spanning.length);
});

test('units without a translation are left out of TMX, and counted', async () => {
  const caller = await inProcess();
  const call = calling(caller);
  await call('library.openSamples', {});
  const states = ['untranslated', 'edited', 'approved'] as const;
  const everything = await call('export.bitext', { format: 'tsv', states: [...states] });
  const tmx = await call('export.bitext', { format: 'tmx', states: [...states] });
  expect(everything.leftOut).toBe(0);
  expect(tmx.leftOut).toBeGreaterThan(0);
  expect(tmx.units + tmx.leftOut).toBe(everything.units);

  const demo = (await call('library.list', {})).find(({ origin }) => origin === 'demo')!;
  const refused = { articles: [demo.id], format: 'tmx', states: ['untranslated'] };
  expect(await caller.answer('export.bitext', refused)).toMatchObject({
    error: {
      code: 'export.empty',
      message:
        'Nothing to export: TMX leaves out what lacks an original or a translation, and the article has no others that are untranslated.',
    },
  });
});
