import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Unit } from '../../../../data/store/units.ts';
import { JobWork } from '../../../../electron/workbench/job-work.ts';
import { installedModels } from '../../../../models/translation/installed.ts';
import { unit } from '../../renderer/unit.ts';

const [mini] = installedModels('/nowhere');
if (!mini) throw new Error('no mini model');
const nowhere = () => false;

const partOf = (units: Unit[], language = 'de') => ({ model: mini, language, units });
const workOf = (...parts: ReturnType<typeof partOf>[]) => new JobWork({ parts, obstacle: null });
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => unit(from + n, { source: `Satz ${from + n}.` }));
const positions = (portion: ReturnType<JobWork['take']>) =>
  portion?.sentences.map(({ positions: [first] }) => first);

test('a new place begins with a small portion at the sentence that is looked at, and goes round', () => {
  const work = workOf(partOf(lines(0, 30)));
  work.turn();
  expect(positions(work.take(26, nowhere))).toEqual([26, 27, 28, 29, 0, 1, 2, 3]);
  expect(positions(work.take(26, nowhere))).toEqual(lines(4, 20).map(({ position }) => position));
  work.turn();
  expect(positions(work.take(22, nowhere))?.[0]).toBe(22);
});

test('a quotation in another language is translated where it is looked at, else after the article', () => {
  const [german, french] = [lines(0, 40), [unit(2, { source: 'Oui.' })]];
  const work = workOf(partOf(german), partOf(french, 'fr'));
  expect(work.take(0, nowhere)?.language).toBe('de');
  expect(work.take(0, nowhere)?.language).toBe('de');
  expect(work.take(0, nowhere)?.language).toBe('fr');
  const reading = workOf(partOf(lines(5, 40)), partOf(french, 'fr'));
  expect(reading.take(2, nowhere)?.language).toBe('fr');
});

test('what another job has at the engine is waited for', () => {
  const work = workOf(partOf(lines(0, 2)));
  expect(positions(work.take(0, (_, source) => source === 'Satz 0.'))).toEqual([1]);
  expect(work.take(0, (_, source) => source === 'Satz 0.')).toBeNull();
  expect(work.isEmpty).toBe(false);
  expect(positions(work.take(0, nowhere))).toEqual([0]);
});

test('whatever is looked at and given up, every distinct sentence is translated once, for all of its units', () => {
  const texts = fc.array(
    fc.nat(25).map((n) => `Satz ${n}.`),
    { minLength: 1, maxLength: 60 },
  );
  const looks = fc.array(fc.record({ at: fc.nat(60), gives: fc.boolean(), turns: fc.boolean() }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(texts, looks, (sources, moves) => {
      const work = workOf(partOf(sources.map((source, n) => unit(n, { source }))));
      const done: number[] = [];
      for (const { at, gives, turns } of [
        ...moves,
        ...sources.map(() => ({ at: 0, gives: false, turns: false })),
      ]) {
        if (turns) work.turn();
        const portion = work.take(at, nowhere);
        if (gives) work.putBack(portion?.sentences ?? []);
        else
          for (const sentence of portion?.sentences ?? []) {
            work.done(sentence);
            done.push(...sentence.units);
          }
      }
      expect(done.toSorted((a, b) => a - b)).toEqual(sources.map((_, n) => n));
      expect([work.left, work.isEmpty, work.waitingWords]).toEqual([0, true, 0]);
    }),
  );
});
