/** A model from the hub into the models folder: whole, right and in one step, or not at all. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';
import { checkModelFiles } from '../translation/files.ts';
import { appVersion } from './app.ts';
import { claim, type Owner } from './claim.ts';
import { diskProblem } from './disk-problem.ts';
import { sha256OfFile } from './hash.ts';
import type { HubClient, RemoteFile } from './hub/client.ts';
import { downloadFile } from './hub/download-file.ts';
import { retrying } from './hub/retry.ts';
import { writeManifest, type ManifestFile } from './manifest.ts';
import { inParallel } from './parallel.ts';
import { freeBytes, requireRoom } from './room.ts';
import { incomingFolder, keyOf, putInPlace, requirePlace, stagingFolder } from './staging.ts';
import { discardDownload, noteDownload } from './stopped.ts';
import type { Wanted, WantedFile } from './wanted.ts';

export interface Progress {
  receivedBytes: number;
  totalBytes: number | null;
  /** All has come and is looked at. */
  isChecking: boolean;
}

export interface HubInstallation {
  /** The models folder. */
  models: string;
  client: HubClient;
  owner: Owner;
  /** Ends the work; what has come is kept. */
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** A folder whose files are taken where they are the right ones already: the model that is being repaired. */
  seeds?: string;
  /** Called with a model's id when it is about to be replaced: Windows moves no folder while a file in it is mapped. */
  beforeReplacing?: (id: string) => Promise<void>;
  /** Asked for the free bytes of a disk; tests put another one here. */
  free?: typeof freeBytes;
}

/** Others write to the disk, too, and a hub that says no sizes may send without end: the library must not be crowded out. */
const ROOM_EVERY_BYTES = 20_000_000;

interface FileToGet extends WantedFile {
  remote: RemoteFile;
}

/**
 * Installs a model from the hub, in place of the one that is there.
 *
 * Every file is of one commit and has its SHA-256 checked: against the catalogue's, else against what the hub says, else it is
 * pinned now. What has come before it failed or was called off is kept and gone on with the next time.
 *
 * @throws InputError `hub.*`, `disk.*`, `model.*`: nothing was changed
 * @throws the signal's reason
 */
export async function installFromHub(wanted: Wanted, installation: HubInstallation): Promise<void> {
  const { models, owner, signal, client } = installation;
  const release = await claim(incomingFolder(models), keyOf(wanted.id), wanted.name, owner);
  try {
    signal.throwIfAborted();
    requirePlace(models, wanted.id, wanted.name);
    const { files, commit } = await look(wanted, client, signal);
    const folder = join(stagingFolder(models, wanted.id), 'files');
    mkdirSync(folder, { recursive: true });
    const got = await getAll({ ...wanted, revision: commit ?? wanted.revision }, files, folder, installation);
    keepOnly(folder, got);
    checkStaged(wanted, models, folder);
    writeManifest(folder, {
      format: 1,
      repository: wanted.repository,
      revision: commit,
      licence: wanted.licence,
      installedAt: new Date().toISOString(),
      appVersion,
      files: got,
    });
    keepOwnWords(join(models, wanted.id), folder);
    await installation.beforeReplacing?.(wanted.id);
    await putInPlace(models, wanted.id, wanted.name, folder);
    discardDownload(models, wanted.id);
  } catch (error) {
    throw diskProblem(error, models);
  } finally {
    release();
  }
}

/** Takes away what an earlier attempt has left of files that the model has no more. */
function keepOnly(folder: string, files: readonly ManifestFile[]): void {
  const kept = new Set(files.map(({ path }) => join(folder, path)));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isDirectory() && !kept.has(path)) rmSync(path);
  }
}

/** Whether what came is a model that can be run. */
function checkStaged({ id, name }: Wanted, models: string, folder: string): void {
  try {
    checkModelFiles(folder, name);
  } catch (error) {
    // It came as it is on the hub: going on with it would lead to the same.
    discardDownload(models, id);
    throw error;
  }
}

/** Asks the hub what it has, all at one commit. */
async function look(
  { repository, revision, files }: Wanted,
  client: HubClient,
  signal: AbortSignal,
): Promise<{ files: FileToGet[]; commit: string | null }> {
  const found: FileToGet[] = [];
  let commit: string | null = null;
  const lookAt = async (file: WantedFile) => {
    try {
      const place = { repository, revision: commit ?? revision, path: file.path };
      const remote = await retrying(() => client.look(place, signal), client.options, signal);
      commit ??= remote.commit;
      found.push({ ...file, remote });
    } catch (error) {
      if (!(file.isOptional && error instanceof InputError && error.code === 'hub.not-found')) throw error;
    }
  };
  const [first, ...others] = files;
  // The first alone: it tells the commit that the others are asked for.
  if (first) await lookAt(first);
  await inParallel(others, client.options.parallel ?? 3, lookAt);
  return { files: found, commit };
}

async function getAll(
  wanted: Wanted,
  files: FileToGet[],
  folder: string,
  { models, client, signal, seeds, onProgress, free = freeBytes }: HubInstallation,
): Promise<ManifestFile[]> {
  const got: ManifestFile[] = [];
  const missing: FileToGet[] = [];
  for (const file of files) {
    const there = await alreadyThere(file, folder, seeds, signal);
    if (there) got.push(there);
    else missing.push(file);
  }
  const sizes = files.map(({ remote }) => remote.sizeBytes);
  const total = sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const bytes = new Map(got.map(({ path, sizeBytes }) => [path, sizeBytes]));
  const sum = () => [...bytes.values()].reduce((all, one) => all + one, 0);
  for (const { path } of missing) bytes.set(path, sizeOf(join(folder, `${path}.part`)));
  const requireRest = () =>
    requireRoom(wanted.name, models, Math.max(0, (total ?? wanted.sizeBytes) - sum()), free);
  requireRest();
  let roomAt = sum() + ROOM_EVERY_BYTES;
  const { id, repository, name, revision } = wanted;
  noteDownload(models, { id, repository, name, totalBytes: total });
  const tell = (isChecking: boolean) => onProgress?.({ receivedBytes: sum(), totalBytes: total, isChecking });
  tell(false);
  const stop = new AbortController();
  const small = missing.toSorted((a, b) => (a.remote.sizeBytes ?? 0) - (b.remote.sizeBytes ?? 0));
  await inParallel(small, client.options.parallel ?? 3, async ({ path, remote, sha256 }) => {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    const onBytes = (count: number) => {
      bytes.set(path, count);
      if (sum() >= roomAt) {
        roomAt = sum() + ROOM_EVERY_BYTES;
        requireRest();
      }
      tell(false);
    };
    try {
      const file = await downloadFile({
        client,
        place: { repository, revision, path },
        remote,
        sha256: sha256 ?? remote.sha256,
        to,
        signal: AbortSignal.any([signal, stop.signal]),
        onBytes,
      });
      got.push({ path, ...file });
    } catch (error) {
      // The others of the same model are of no use without this one; what they have is kept.
      stop.abort(error);
      throw signal.aborted ? signal.reason : (stop.signal.reason as unknown);
    }
  });
  tell(true);
  return got.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file that an earlier attempt, or the model that is being repaired, has whole; it is put into `folder`. */
async function alreadyThere(
  { path, remote, sha256 }: FileToGet,
  folder: string,
  seeds: string | undefined,
  signal: AbortSignal,
): Promise<ManifestFile | null> {
  const to = join(folder, path);
  const expected = sha256 ?? remote.sha256;
  // Without a checksum to hold it against a file is fetched again: these are the small ones.
  if (expected === null) return null;
  for (const candidate of [to, ...(seeds === undefined ? [] : [join(seeds, path)])]) {
    if (!existsSync(candidate) || (remote.sizeBytes !== null && sizeOf(candidate) !== remote.sizeBytes))
      continue;
    if ((await sha256OfFile(candidate, signal).catch(unlessAborted(signal))) !== expected) continue;
    if (candidate !== to) copy(candidate, to);
    return { path, sizeBytes: sizeOf(to), sha256: expected };
  }
  return null;
}

/** A file that cannot be read is not there; a call that was called off is. */
const unlessAborted = (signal: AbortSignal) => () => {
  signal.throwIfAborted();
  return null;
};

/** By a second name for the same bytes where the disk can do that. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, `${to}.copy`);
    renameSync(`${to}.copy`, to);
  }
}

/** What the owner says about the model is theirs, whatever files it is made of. */
function keepOwnWords(from: string, to: string): void {
  const words = join(from, 'bitext.json');
  if (existsSync(words)) copyFileSync(words, join(to, 'bitext.json'));
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
