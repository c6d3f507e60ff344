/**
 * Whether a model is, byte for byte, what was installed. The outline that `files.ts` looks at tells a damaged download from a
 * whole one; only a checksum tells a model with one wrong bit from a right one, and such a model translates, wrongly.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { checkModelFiles } from '../translation/files.ts';
import { appVersion } from './app.ts';
import { sha256OfFile } from './hash.ts';
import { lookAt } from './look.ts';
import { MANIFEST_FILE, pinManifest, readManifest, type Manifest } from './manifest.ts';

/** What of an installed model is needed here. */
export interface VerifiedModel {
  name: string;
  /** Absolute. */
  folder: string;
  /** It comes with the app; its manifest stands beside its folder. */
  embedded: boolean;
  /** Where its files come from, for the messages, when that is not its folder. */
  origin?: string;
}

/**
 * Reads every byte of a model and holds it against its manifest. One that was put into the models folder by hand has none:
 * its checksums are recorded now, and count from now on.
 *
 * @returns what was recorded
 * @throws InputError `model.damaged` with the file that is not as it was; `model.missing-file`, `model.unsupported`
 */
export async function verifyModel(model: VerifiedModel, signal?: AbortSignal): Promise<Manifest> {
  const { name, folder, embedded, origin = folder } = model;
  const manifest = readManifest(embedded ? dirname(folder) : folder, name);
  if (!manifest) {
    if (embedded) throw damaged(name, origin, MANIFEST_FILE, 'is missing');
    return pinned(model, signal);
  }
  checkSizes(name, origin, folder, manifest);
  for (const { path, sha256 } of manifest.files) {
    if ((await hashed(name, folder, path, signal)) !== sha256) {
      throw damaged(name, origin, path, 'is not as it was when it was installed (its SHA-256 differs)');
    }
  }
  // A file that is used must be one of those: `files.ts` prefers some to others.
  const listed = new Set(manifest.files.map(({ path }) => path));
  const foreign = checkModelFiles(folder, name).files.find(({ path }) => !listed.has(path));
  if (foreign) throw damaged(name, origin, foreign.path, 'was not installed with the model');
  return manifest;
}

function checkSizes(name: string, origin: string, folder: string, { files }: Manifest): void {
  for (const { path, sizeBytes } of files) {
    const found = lookAt(join(folder, path));
    // A device has a size, too, and no end.
    if (!found?.isFile()) throw damaged(name, origin, path, 'is missing');
    const { size } = found;
    if (size !== sizeBytes) throw damaged(name, origin, path, `has ${size} bytes instead of ${sizeBytes}`);
  }
}

/**
 * The manifest of a model, or null when it has none or one that is damaged, and what a glance tells to be wrong: with the
 * manifest itself or with the size of a file. A manifest in order is given also when a file is not: it says what to repair.
 */
export function glance({ name, folder, origin = folder }: VerifiedModel): {
  manifest: Manifest | null;
  problem: InputError | null;
} {
  let manifest: Manifest | null = null;
  try {
    manifest = readManifest(folder, name);
    if (manifest) checkSizes(name, origin, folder, manifest);
    return { manifest, problem: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { manifest, problem: error };
  }
}

/** @throws InputError when it is no model */
async function pinned({ name, folder }: VerifiedModel, signal?: AbortSignal): Promise<Manifest> {
  const files: Manifest['files'] = [];
  for (const { path } of checkModelFiles(folder, name).files) {
    const before = statSync(join(folder, path)).mtimeMs;
    const sha256 = await hashed(name, folder, path, signal);
    const { size: sizeBytes, mtimeMs } = statSync(join(folder, path));
    if (mtimeMs !== before) throw damaged(name, folder, path, 'is being changed just now');
    files.push({ path, sizeBytes, sha256 });
  }
  const manifest: Manifest = {
    format: 1,
    repository: null,
    revision: null,
    licence: null,
    installedAt: new Date().toISOString(),
    appVersion,
    files,
  };
  // An installation may have put its own there meanwhile; that one is right.
  if (!existsSync(join(folder, MANIFEST_FILE))) pinManifest(folder, manifest);
  return manifest;
}

async function hashed(name: string, folder: string, path: string, signal?: AbortSignal): Promise<string> {
  try {
    return await sha256OfFile(join(folder, path), signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw damaged(name, folder, path, `cannot be read (${(error as Error).message})`, error);
  }
}

const damaged = (name: string, folder: string, path: string, how: string, cause?: unknown): InputError =>
  new InputError(
    'model.damaged',
    `The model ${name} is damaged: its file ${path} in ${folder} ${how}. Repair the model, or install it again. (If you changed the file on purpose, remove ${MANIFEST_FILE} beside it.)`,
    { cause },
  );

const verified = new Map<string, { paths: string[]; stamp: string }>();

/**
 * Verifies a model before this process loads it; files that have not changed since are not read again.
 *
 * @throws InputError as `verifyModel`
 */
export async function verifyBeforeLoading(model: VerifiedModel): Promise<void> {
  const known = verified.get(model.folder);
  if (known && stampOf(model, known.paths) === known.stamp) return;
  const paths = (await verifyModel(model)).files.map(({ path }) => path);
  verified.set(model.folder, { paths, stamp: stampOf(model, paths) });
}

/** Sizes and times of files of a model and of its manifest: another one when one of them was written. */
export function stampOf({ folder, embedded }: VerifiedModel, paths: readonly string[]): string {
  const manifest = join(embedded ? dirname(folder) : folder, MANIFEST_FILE);
  return [manifest, ...paths.map((path) => join(folder, path))]
    .map((path) => {
      const found = lookAt(path);
      return found ? `${path} ${found.size} ${found.mtimeMs} ${found.ino}` : path;
    })
    .join('\n');
}
