import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LayoutChoice, type LayoutConditions } from '../../../../electron/engine/layout-choice.ts';
import { processBytes } from '../../../../electron/engine/memory.ts';
import { RememberedLayouts } from '../../../../electron/engine/remembered-layouts.ts';
import { Request } from '../../../../electron/engine/request.ts';
import { installedModels } from '../../../../models/translation/installed.ts';
import { temporaryFolder } from '../../../support/library.ts';

const model = installedModels('/nowhere').at(-1)!;
const machine = { cpu: 'A good one', cores: 4 };
const PLENTY = 1e12;
const FOR_TWO = (2.5 * processBytes(model.sizeBytes)) / 0.75;

const request = (count: number): Request =>
  new Request(
    model,
    Array.from({ length: count }, () => 'Ein Satz.'),
    { language: 'de', onResult: () => {} },
    undefined,
  );

const choosing = (conditions: Partial<LayoutConditions> = {}): LayoutChoice =>
  new LayoutChoice({
    cores: machine.cores,
    forced: undefined,
    threads: undefined,
    remembered: new RememberedLayouts(undefined, machine),
    log: () => {},
    ...conditions,
  });

/** Lets every candidate have its stretch; `speeds` by the number of processes. */
function measure(choice: LayoutChoice, freeBytes: number, speeds: Record<number, number>): number[] {
  const tried: number[] = [];
  const long = request(500);
  for (let stretch = choice.stretch(long, freeBytes); stretch; stretch = choice.stretch(long, freeBytes)) {
    const { layout } = stretch;
    tried.push(layout.processes);
    choice.measured(model, { layout, lettersPerSecond: speeds[layout.processes] ?? 0 });
  }
  return tried;
}

test('every candidate has its stretch, the usual one first; then the fastest is used and nothing more is tried', () => {
  const choice = choosing();
  expect(choice.layoutFor(model, PLENTY)).toEqual({ processes: 2, threads: 2 });
  expect(measure(choice, PLENTY, { 1: 50, 2: 90, 4: 120 })).toEqual([2, 1, 4]);
  expect(choice.layoutFor(model, PLENTY)).toEqual({ processes: 4, threads: 1 });
  expect(choice.stretch(request(500), PLENTY)).toBeNull();
});

test('what is found is used only as far as memory allows', () => {
  const choice = choosing();
  measure(choice, PLENTY, { 1: 50, 2: 90, 4: 120 });
  expect(choice.layoutFor(model, FOR_TWO)).toEqual({ processes: 2, threads: 2 });
  expect(choice.layoutFor(model, 0)).toEqual({ processes: 1, threads: 4 });
});

test('what was found with little memory is found anew when there is more', () => {
  const choice = choosing();
  expect(measure(choice, FOR_TWO, { 1: 50, 2: 90 })).toEqual([2, 1]);
  expect(choice.stretch(request(500), FOR_TWO)).toBeNull();
  expect(measure(choice, PLENTY, { 1: 50, 2: 90, 4: 80 })).toEqual([2, 1, 4]);
  expect(choice.layoutFor(model, PLENTY)).toEqual({ processes: 2, threads: 2 });
});

test('a search that is under way waits while memory is short, and goes on when it is there again', () => {
  const choice = choosing();
  const first = choice.stretch(request(500), PLENTY)!;
  choice.measured(model, { layout: first.layout, lettersPerSecond: 90 });
  expect(choice.stretch(request(500), FOR_TWO)).toBeNull();
  expect(choice.layoutFor(model, FOR_TWO).processes).toBe(2);
  expect(measure(choice, PLENTY, { 1: 50, 4: 120 })).toEqual([1, 4]);
});

test('a short request is not worth it, nor is the rest of one that was not measured from its beginning', () => {
  expect(choosing().stretch(request(63), PLENTY)).toBeNull();
  expect(choosing().stretch(request(64), PLENTY)).not.toBeNull();
  const begun = request(500);
  begun.next(2);
  expect(choosing().stretch(begun, PLENTY)).toBeNull();
});

test('a request that is too short for all candidates leaves the others to the next', () => {
  const choice = choosing();
  const short = request(64);
  const stretch = choice.stretch(short, PLENTY);
  expect(stretch?.layout.processes).toBe(2);
  short.hasMeasured = true;
  short.take([...Array(34).keys()]);
  choice.measured(model, { layout: stretch!.layout, lettersPerSecond: 100 });
  expect(choice.stretch(short, PLENTY)?.layout.processes).toBe(1);
  short.take([...Array(17).keys()].map((index) => index + 34));
  choice.measured(model, { layout: { processes: 1, threads: 4 }, lettersPerSecond: 150 });
  expect(choice.stretch(short, PLENTY)).toBeNull();
  expect(measure(choice, PLENTY, { 4: 90 })).toEqual([4]);
  expect(choice.layoutFor(model, PLENTY)).toEqual({ processes: 1, threads: 4 });
});

test('a model whose processes keep dying gets one process, until all have rested', () => {
  const choice = choosing();
  choice.beCareful(model);
  expect(choice.layoutFor(model, PLENTY)).toEqual({ processes: 1, threads: 4 });
  expect(choice.stretch(request(500), PLENTY)).toBeNull();
  choice.forgetCare();
  expect(choice.layoutFor(model, PLENTY)).toEqual({ processes: 2, threads: 2 });
});

test('a forced layout, or a given number of threads, leaves nothing to find out', () => {
  const forced = choosing({ forced: { processes: 3, threads: 1 } });
  expect(forced.layoutFor(model, 0)).toEqual({ processes: 3, threads: 1 });
  expect(forced.stretch(request(500), PLENTY)).toBeNull();
  forced.beCareful(model);
  expect(forced.layoutFor(model, 0).processes).toBe(1);
  const threads = choosing({ threads: 2 });
  expect(threads.layoutFor(model, PLENTY)).toEqual({ processes: 2, threads: 2 });
  expect(threads.stretch(request(500), PLENTY)).toBeNull();
});

test('a file that cannot be written is said in the log, and the layout is used all the same', () => {
  const file = join(temporaryFolder(), 'engine.json');
  mkdirSync(file);
  const log: string[] = [];
  const remembered = new RememberedLayouts(file, machine);
  const choice = choosing({ remembered, log: (message) => log.push(message) });
  measure(choice, PLENTY, { 1: 50, 2: 90, 4: 120 });
  expect(log.join()).toContain('could not be remembered');
  expect(choice.layoutFor(model, PLENTY).processes).toBe(4);
});
