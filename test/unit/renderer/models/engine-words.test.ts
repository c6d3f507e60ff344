import { expect, test } from 'vitest';
import type { EngineStatus } from '../../../../electron/contract.ts';
import { engineText } from '../../../../renderer/models/engine-words.ts';

const process = (isBusy: boolean, memoryBytes: number | null) => ({
  pid: 1,
  model: 'Xenova/opus-mt-de-en',
  memoryBytes,
  isBusy,
});
const status = (processes: EngineStatus['processes'], isMeasuring = false): EngineStatus => ({
  layout: null,
  isMeasuring,
  processes,
});

test('what the engine takes is said in one sentence', () => {
  expect(engineText(status([]))).toBe('No model is loaded just now; translating loads it.');
  expect(engineText(status([process(true, 6e8), process(true, 6e8)]))).toBe(
    'Translating runs in 2 processes and takes 1.2 GB of memory.',
  );
  expect(engineText(status([process(false, 4e8)]))).toBe(
    'A model is kept ready in 1 process and takes 400 MB of memory.',
  );
  expect(engineText(status([process(true, null)], true))).toBe(
    'Translating runs in 1 process; the fastest way on this machine is being found out.',
  );
});
