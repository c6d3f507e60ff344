/** Installing models from folders and archives, as tests do it. */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { thisOwner } from '../../electron/workbench/owner.ts';
import { installFromPath } from '../../models/installation/install-from-path.ts';
import { verifyModel } from '../../models/installation/verify.ts';
import { filesBelow, type ArchiveFile } from './archives.ts';
import { temporaryFolder } from './library.ts';

/** The weights that stand in for a model. */
export const mini = join(import.meta.dirname, '../../models/mini/weights');

/** Installs what lies at a path, and looks at every byte of it and that nothing is left over. */
export async function install(
  path: string,
  options: { free?: () => number; models?: string; id?: string } = {},
) {
  const { models = temporaryFolder(), id, ...rest } = options;
  const ids = await installFromPath(path, {
    models,
    owner: thisOwner,
    signal: new AbortController().signal,
    admit: ({ repository, name }) => ({ id: id ?? repository ?? name, name }),
    ...rest,
  });
  for (const one of ids) await verifyModel({ name: one, folder: join(models, one), embedded: false });
  expect(readdirSync(join(models, '.incoming'))).toEqual([]);
  return { models, ids };
}

/** A file of these bytes. */
export function put(name: string, bytes: Buffer): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** A folder with a model in it, under this path. */
export function folderWith(id: string): string {
  const folder = temporaryFolder();
  cpSync(mini, join(folder, id), { recursive: true });
  return folder;
}

/** The files of a model as an archive has them. */
export const model = (under: string): ArchiveFile[] => filesBelow(mini, under);
