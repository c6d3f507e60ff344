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
