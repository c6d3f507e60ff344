/** Models from a folder or an archive on this machine into the models folder. */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../errors.ts';
import { checkModelFiles } from '../translation/files.ts';
import { appVersion } from './app.ts';
import { unpack } from './archive/unpack.ts';
import { claim, type Owner } from './claim.ts';
import { diskProblem } from './disk-problem.ts';
import { findModels, type FoundModel } from './find-models.ts';
import type { Progress } from './install-from-hub.ts';
import { lookAt } from './look.ts';
import { MANIFEST_FILE, writeManifest } from './manifest.ts';
import { freeBytes, requireRoom } from './room.ts';
import { incomingFolder, keyOf, putInPlace, requirePlace } from './staging.ts';
import { discardDownload } from './stopped.ts';
import { glance, verifyModel } from './verify.ts';

export interface PathInstallation {
  /** The models folder. */
  models: string;
  owner: Owner;
  signal: AbortSignal;
  /** Says what a model is called and where it goes below the models folder, or throws when it may not be installed. */
  admit: (found: FoundModel) => { id: string; name: string };
  onProgress?: (progress: Progress) => void;
  /** As `HubInstallation.beforeReplacing`. */
  beforeReplacing?: (id: string) => Promise<void>;
  free?: typeof freeBytes;
  /** What the path is called in messages: of what a browser handed over, what the editor chose. */
  shownAs?: string;
}

interface Admitted {
  found: FoundModel;
  id: string;
  name: string;
  files: { path: string; sizeBytes: number }[];
}

/**
 * Installs every model in a folder, `.zip` or `.tar.gz`. All are looked at before the first is installed.
 *
 * @returns their ids
 * @throws InputError `file.missing`, `archive.*`, `model.*`, `disk.*`; the signal's reason
 */
export async function installFromPath(path: string, installation: PathInstallation): Promise<string[]> {
  try {
    return await installFrom(path, installation);
  } catch (error) {
    throw retold(diskProblem(error, installation.models), path, installation.shownAs ?? path);
  }
}

/** A path that only the app knows, told as what the editor knows. */
const retold = (error: unknown, path: string, shownAs: string): unknown =>
  error instanceof InputError && path !== shownAs && error.message.includes(path)
    ? new InputError(error.code, error.message.replaceAll(path, shownAs), { cause: error })
    : error;

async function installFrom(path: string, installation: PathInstallation): Promise<string[]> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    throw new InputError(
      'file.missing',
      `There is nothing at ${path}. Is the stick or the disk still connected?`,
    );
  }
  if (found.isDirectory()) return install(findModels(path, basename(path)), installation);
  const { models, owner } = installation;
  const key = `archive-${randomUUID()}`;
  const release = await claim(incomingFolder(models), key, basename(path), owner);
  const unpacked = join(incomingFolder(models), `${key}.unpacked-files`);
  mkdirSync(unpacked);
  try {
    await unpackInto(unpacked, path, found.size, installation);
    const name = basename(path).replace(/\.(?:zip|tar|tgz|tar\.gz)$/iu, '');
    return await install(findModels(unpacked, name), installation);
  } catch (error) {
    throw retold(error, unpacked, path);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
    release();
  }
}

const unpackInto = (
  to: string,
  archive: string,
  sizeBytes: number,
  { models, signal, onProgress, free = freeBytes }: PathInstallation,
): Promise<void> =>
  unpack({
    archive,
    to,
    signal,
    // What is unpacked is copied once more, so that what is installed was read again and found right.
    makeRoom: (bytes) => requireRoom(basename(archive), models, 2 * bytes, free),
    onBytes: (receivedBytes) => onProgress?.({ receivedBytes, totalBytes: sizeBytes, isChecking: false }),
  });

async function install(found: readonly FoundModel[], installation: PathInstallation): Promise<string[]> {
  const { models, onProgress, free = freeBytes } = installation;
  const admitted = found.map((model): Admitted => {
    const { id, name } = installation.admit(model);
    requirePlace(models, id, name);
    return { found: model, id, name, files: filesOf(model, name) };
  });
  refuseTwins(admitted);
  const totalBytes = admitted
    .flatMap(({ files }) => files)
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  requireRoom(admitted.map(({ name }) => name).join(', '), models, totalBytes, free);
  let receivedBytes = 0;
  for (const model of admitted) {
    await installOne(model, installation, (bytes) => {
      receivedBytes += bytes;
      onProgress?.({ receivedBytes, totalBytes, isChecking: receivedBytes === totalBytes });
    });
  }
  return admitted.map(({ id }) => id);
}

/** Which of two with one name is meant nobody but the editor knows. @throws InputError `model.twice` */
function refuseTwins(admitted: readonly Admitted[]): void {
  for (const { id, name, found } of admitted) {
    const twin = admitted.find((other) => other.id === id && other.found !== found);
    if (!twin) continue;
    throw new InputError(
      'model.twice',
      `${name} is there twice, in ${found.folder} and in ${twin.found.folder}. Choose the folder of the one that you want.`,
    );
  }
}

/** Those that are used, what its owner says of it, and its manifest. What a glance tells to be wrong is not copied first. */
function filesOf({ folder }: FoundModel, name: string): Admitted['files'] {
  const used = checkModelFiles(folder, name).files;
  const { manifest, problem } = glance({ name, folder, embedded: false, origin: folder });
  if (problem) throw problem;
  const beside = ['bitext.json', MANIFEST_FILE].filter((path) => lookAt(join(folder, path))?.isFile());
  const listed = manifest?.files ?? [];
  const paths = new Set([...used, ...listed].map(({ path }) => path).concat(beside));
  return [...paths].map((path) => ({
    path,
    sizeBytes: statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0,
  }));
}

async function installOne(
  { found, id, name, files }: Admitted,
  { models, owner, signal, beforeReplacing }: PathInstallation,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const incoming = incomingFolder(models);
  const release = await claim(incoming, keyOf(id), name, owner);
  const copy = join(incoming, `${keyOf(id)}.unpacked-copy`);
  try {
    rmSync(copy, { recursive: true, force: true });
    for (const { path } of files) {
      signal.throwIfAborted();
      const to = join(copy, path);
      mkdirSync(dirname(to), { recursive: true });
      await copyFile(join(found.folder, path), to, signal, onBytes);
    }
    const manifest = await verifyModel({ name, folder: copy, embedded: false, origin: found.folder }, signal);
    writeManifest(copy, {
      ...manifest,
      repository: manifest.repository ?? found.repository,
      licence: manifest.licence ?? found.licence,
      installedAt: new Date().toISOString(),
      appVersion,
    });
    await beforeReplacing?.(id);
    await putInPlace(models, id, name, copy);
    discardDownload(models, id);
  } finally {
    rmSync(copy, { recursive: true, force: true });
    release();
  }
}

async function copyFile(
  from: string,
  to: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<void> {
  try {
    const bytes = createReadStream(from, { highWaterMark: 1024 * 1024 });
    bytes.on('data', (chunk) => onBytes(chunk.length));
    await pipeline(bytes, createWriteStream(to, { flush: true }), { signal });
  } catch (error) {
    signal.throwIfAborted();
    const problem = diskProblem(error, dirname(to));
    if (problem instanceof InputError && problem.code !== 'disk.read-only') throw problem;
    throw new InputError(
      'file.unreadable',
      `${from} could not be copied (${(error as Error).message}). Is the stick or the disk damaged, or was it taken out? Nothing was changed.`,
      { cause: error },
    );
  }
}
