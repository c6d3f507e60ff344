import type { EngineStatus } from '../../electron/contract.ts';
import { bytes } from '../parts/amounts.ts';
import { counted } from '../parts/states.ts';

/** What translating takes just now, e.g. "Translating runs in 2 processes and takes 1.2 GB of memory." */
export function engineText({ processes, isMeasuring }: EngineStatus): string {
  if (processes.length === 0) return 'No model is loaded just now; translating loads it.';
  const memory = processes.reduce((sum, { memoryBytes }) => sum + (memoryBytes ?? 0), 0);
  const isBusy = processes.some((process) => process.isBusy);
  return [
    `${isBusy ? 'Translating runs' : 'A model is kept ready'} in ${counted(processes.length, 'process', 'processes')}`,
    memory > 0 && ` and takes ${bytes(memory)} of memory`,
    isMeasuring && '; the fastest way on this machine is being found out',
    '.',
  ]
    .filter(Boolean)
    .join('');
}
