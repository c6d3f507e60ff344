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
  /** Of a copy that is to be installed: where its files come from, as the messages name it. There is nothing to repair then. */
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
  const { name, folder, embedded, origin } = model;
  const manifest = readManifest(embedded ? dirname(folder) : folder, name, origin);
  if (!manifest) {
    if (embedded) throw damaged(model, MANIFEST_FILE, 'is missing');
    return pinned(model, signal);
  }
  checkSizes(model, manifest);
  for (const { path, sha256 } of manifest.files) {
    if ((await hashed(model, path, signal)) !== sha256) {
      throw damaged(model, path, changed(model));
    }
  }
  // A file that is used must be one of those: `files.ts` prefers some to others.
  const listed = new Set(manifest.files.map(({ path }) => path));
  const foreign = checkModelFiles(folder, name).files.find(({ path }) => !listed.has(path));
  if (foreign)
    throw damaged(
      model,
      foreign.path,
      `was not ${origin === undefined ? 'installed' : 'packed'} with the model`,
    );
  return manifest;
}

function checkSizes(model: VerifiedModel, { files }: Manifest): void {
  for (const { path, sizeBytes } of files) {
    const found = lookAt(join(model.folder, path));
    // A device has a size, too, and no end.
    if (!found?.isFile()) throw damaged(model, path, 'is missing');
    const { size } = found;
    if (size !== sizeBytes) throw damaged(model, path, `has ${size} bytes instead of ${sizeBytes}`);
  }
}

/**
 * The manifest of a model, or null when it has none or one that is damaged, and what a glance tells to be wrong: with the
 * manifest itself or with the size of a file. A manifest in order is given also when a file is not: it says what to repair.
 */
export function glance(model: VerifiedModel): {
  manifest: Manifest | null;
  problem: InputError | null;
} {
  let manifest: Manifest | null = null;
  try {
    manifest = readManifest(model.folder, model.name, model.origin);
    if (manifest) checkSizes(model, manifest);
    return { manifest, problem: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { manifest, problem: error };
  }
}

/** @throws InputError when it is no model */
async function pinned(model: VerifiedModel, signal?: AbortSignal): Promise<Manifest> {
  const { name, folder } = model;
  const files: Manifest['files'] = [];
  for (const { path } of checkModelFiles(folder, name).files) {
    const before = statSync(join(folder, path)).mtimeMs;
    const sha256 = await hashed(model, path, signal);
    const { size: sizeBytes, mtimeMs } = statSync(join(folder, path));
    if (mtimeMs !== before) throw damaged(model, path, 'is being changed just now');
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

async function hashed(model: VerifiedModel, path: string, signal?: AbortSignal): Promise<string> {
  try {
    return await sha256OfFile(join(model.folder, path), signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw damaged(model, path, `cannot be read (${(error as Error).message})`, error);
  }
}

const changed = ({ origin }: VerifiedModel): string =>
  origin === undefined
    ? 'is not as it was when it was installed (its SHA-256 differs)'
    : 'is not as it was when it was packed';

const damaged = (
  { name, folder, origin }: VerifiedModel,
  path: string,
  how: string,
  cause?: unknown,
): InputError =>
  new InputError(
    'model.damaged',
    origin === undefined
      ? `The model ${name} is damaged: its file ${path} in ${folder} ${how}. Repair the model, or install it again. (If you changed the file on purpose, remove ${MANIFEST_FILE} beside it.)`
      : `The copy of ${name} that was to be installed is damaged: its file ${path} in ${origin} ${how}. Copy it again. Nothing was changed.`,
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
