import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Request } from '../../../../electron/engine/request.ts';
import { installedModels } from '../../../../models/translation/installed.ts';

const [mini] = installedModels('/nowhere');

const request = (count: number, batch?: number): Request =>
  new Request(
    mini!,
    Array.from({ length: count }, (_, index) => `Satz ${index}.`),
    { language: 'de', onResult: () => {} },
    batch,
  );

/** The sizes of the chunks when all are delivered at once. */
function sizes(count: number, processes: number): number[] {
  const all = request(count);
  const found: number[] = [];
  while (all.waiting.length > 0) {
    const { indices } = all.next(processes);
    found.push(indices.length);
    indices.forEach((index) => all.deliver(index));
  }
  return found;
}

test('the first sentence goes alone; then the chunks grow, and shrink towards the end', () => {
  expect(sizes(1, 2)).toEqual([1]);
  expect(sizes(5, 2)).toEqual([1, 4]);
  expect(sizes(200, 1)).toEqual([1, 16, 17, 34, 64, 64, 4]);
  expect(sizes(400, 2)).toEqual([1, 16, 17, 34, 64, 64, 51, 39, 29, 22, 16, 12, 9, 8, 8, 8, 2]);
});

test('after a crash the sentences come back first, in smaller batches, apart from the others', () => {
  const all = request(100);
  const first = all.next(2);
  const second = all.next(2);
  first.indices.forEach((index) => all.deliver(index));
  expect(all.giveBack(second.indices, false)).toBe(1);
  const again = all.next(2);
  expect(again).toEqual({ indices: second.indices, batch: 4 });
  expect(all.giveBack(again.indices, false)).toBe(2);
  const alone = all.next(2);
  expect(alone.batch).toBe(1);
  expect(alone.indices).toEqual(second.indices.slice(0, 4));
  expect(all.giveBack(alone.indices, false)).toBe(3);
});

test('a process that delivered something before it died was not stuck', () => {
  const all = request(30);
  all.take([...Array(16).keys()]);
  all.deliver(3);
  for (let crash = 0; crash < 10; crash++) {
    expect(all.giveBack([...Array(16).keys()], true)).toBe(1);
    all.take([...Array(16).keys()]);
  }
});

test('whatever dies, in whatever order: every sentence is delivered exactly once', () => {
  /** What happens to the process that has the oldest chunk: how much it delivers, and whether it dies then. */
  const fate = fc.record({ share: fc.double({ min: 0.01, max: 1, noNaN: true }), dies: fc.boolean() });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 150 }),
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.integer({ min: 1, max: 16 }), { nil: undefined }),
      fc.infiniteStream(fate),
      (count, processes, batch, fates) => {
        const all = request(count, batch);
        const delivered: number[] = [];
        const out: number[][] = [];
        while (!all.isDone) {
          while (out.length < processes && all.waiting.length > 0) out.push(all.next(processes).indices);
          const chunk = out.shift()!;
          expect(chunk.length).toBeGreaterThan(0);
          const { share, dies } = fates.next().value!;
          const done = dies ? chunk.slice(0, Math.ceil(share * chunk.length)) : chunk;
          delivered.push(...done.filter((index) => all.deliver(index)));
          if (dies) all.giveBack(chunk, done.length > 0);
        }
        expect(delivered.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
      },
    ),
    { numRuns: 200 },
  );
});
