import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const miniWeights = join(import.meta.dirname, '../../../../models/mini/weights');

/** An empty models folder that is gone after the test. */
export function modelsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Puts a whole model (the mini model's files) into a models folder, e.g. as `Xenova/opus-mt-de-en`; its folder. */
export function putModel(models: string, path: string): string {
  const folder = join(models, path);
  mkdirSync(folder, { recursive: true });
  cpSync(miniWeights, folder, { recursive: true });
  return folder;
}
