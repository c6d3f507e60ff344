import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ModelChecks } from '../../../../electron/workbench/model-checks.ts';
import { installedModels } from '../../../../models/translation/installed.ts';
import { temporaryFolder } from '../../../support/library.ts';

const mini = join(import.meta.dirname, '../../../../models/mini/weights');
const damage = { code: 'model.damaged', message: 'The model is damaged.' };

test('what was found of files that have been repaired meanwhile is no word on those that are there', () => {
  const models = temporaryFolder();
  const folder = join(models, 'opus-mt-de-en');
  cpSync(mini, folder, { recursive: true });
  const [model] = installedModels(models);
  const checks = new ModelChecks();
  const before = checks.stamp(model!);
  rmSync(join(folder, 'config.json'));
  cpSync(join(mini, 'config.json'), join(folder, 'config.json'));
  checks.found(model!, damage, before);
  expect(checks.of(model!).problem).toBeNull();
  // Of those that are there it is one, until they change.
  checks.found(model!, damage);
  expect(checks.of(model!).problem).toEqual(damage);
  writeFileSync(join(folder, 'generation_config.json'), '{}');
  expect(checks.of(model!).problem).toBeNull();
});
