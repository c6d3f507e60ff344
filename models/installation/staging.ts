/**
 * The room below the models folder where models are put together, on the same disk, so that a whole one takes its place
 * by renaming. Its name begins with a dot: nothing in it is taken for a model.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { InputError } from '../errors.ts';
import { isClaimed, type Owner } from './claim.ts';

export const incomingFolder = (models: string): string => join(models, '.incoming');

/** A model's id (`Xenova/opus-mt-de-en`) as one name, without a dot: what comes after one says what a folder is for. */
export const keyOf = (id: string): string => encodeURIComponent(id).replaceAll('.', '%2E');
const idOf = decodeURIComponent;

/** Where the model with this key is put together; what a download left is there. */
export const stagingFolder = (models: string, id: string): string => join(incomingFolder(models), keyOf(id));

const OLD = '.old-';
const REMOVED = '.removed-';

/** Whether these names are those of a model's folder, or of what is left of one. */
const isModel = (names: readonly string[]): boolean =>
  names.includes('config.json') || names.includes('onnx');

/**
 * Makes sure that a model may come to lie at its place: what it takes the place of is thrown away, so that must be a model
 * and nothing else. A stick decides what its models are called, and one of them may be called like the maker of others.
 *
 * @throws InputError `model.place`
 */
export function requirePlace(models: string, id: string, name: string): void {
  const place = join(models, id);
  const names = namesIn(place);
  const nested = names.find((below) => below !== 'onnx' && isModel(namesIn(join(place, below))));
  const maker = dirname(place);
  let problem: string | undefined;
  if (nested !== undefined) problem = `${place} holds other models, such as ${nested}`;
  else if (names.some((below) => !below.startsWith('.')) && !isModel(names)) {
    problem = `${place} holds something else than a model`;
  } else if (id.includes('/') && isModel(namesIn(maker))) problem = `${maker} is a model itself`;
  if (problem === undefined) return;
  throw new InputError(
    'model.place',
    `${name} cannot lie at ${place}: ${problem}. Move or rename that folder, then try again; nothing was changed.`,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // Not there, or a file.
  }
}

/**
 * Puts a whole model in its place. The one that was there goes only now, and comes back when the new one cannot be put there.
 *
 * @param folder the new model, in the incoming folder
 * @throws InputError `model.in-place` when the old one cannot be moved, `model.place`
 */
export async function putInPlace(models: string, id: string, name: string, folder: string): Promise<void> {
  requirePlace(models, id, name);
  const place = join(models, id);
  const old = join(incomingFolder(models), `${keyOf(id)}${OLD}${randomUUID()}`);
  mkdirSync(dirname(place), { recursive: true });
  const hadOne = existsSync(place);
  if (hadOne) await moveAside(place, old, name);
  try {
    renameSync(folder, place);
  } catch (error) {
    if (hadOne) renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Takes a model away: at once as far as anyone sees. @throws InputError `model.in-place` */
export async function takeAway(models: string, id: string, name: string): Promise<void> {
  const place = join(models, id);
  const removed = join(incomingFolder(models), `${keyOf(id)}${REMOVED}${randomUUID()}`);
  mkdirSync(incomingFolder(models), { recursive: true });
  await moveAside(place, removed, name);
  rmSync(removed, { recursive: true, force: true });
  try {
    if (id.includes('/')) rmdirSync(dirname(place));
  } catch {
    // Its owner has other models here.
  }
}

/** Windows does not move a folder while a file in it is open, be it by a virus scanner for a moment. */
async function moveAside(from: string, to: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const mayPass = code === 'EBUSY' || (process.platform === 'win32' && code === 'EPERM');
      if (!mayPass || attempt === 5) {
        throw new InputError(
          'model.in-place',
          `The folder ${from} of ${name} could not be moved away (${code}). Close what uses it, check its permissions, and try again; nothing was changed.`,
          { cause: error },
        );
      }
      await pause(100 * attempt);
    }
  }
}

/**
 * Puts right what processes that were killed have left: models between two places, models that were to go, unpacked archives,
 * uploads.
 *
 * @throws the first thing that could not be put right, when everything else has been
 */
export function recover(models: string, owner: Owner): void {
  const incoming = incomingFolder(models);
  if (!existsSync(incoming)) return;
  const failures: unknown[] = [];
  for (const putRight of [
    () => forgetUploads(models),
    ...readdirSync(incoming).map((name) => () => recoverOne(models, name, owner)),
  ]) {
    try {
      putRight();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

function recoverOne(models: string, name: string, owner: Owner): void {
  const incoming = incomingFolder(models);
  const [, key, kind] = /^([^.]+)\.(old|removed|unpacked)-/u.exec(name) ?? [];
  // Looking at the claims takes away those of the dead.
  if (isClaimed(incoming, key ?? name.split('.')[0] ?? '', owner) || key === undefined) return;
  const left = join(incoming, name);
  const place = join(models, idOf(key));
  if (kind === 'old' && !existsSync(place)) {
    mkdirSync(dirname(place), { recursive: true });
    renameSync(left, place);
  } else rmSync(left, { recursive: true, force: true });
}

/** Where a browser's files are put, each choice of files in a folder of its own. */
export const uploadsFolder = (models: string): string => join(incomingFolder(models), 'uploads');

/** The folder of the upload that a path is the top of, or null when it is none: that folder is ours to take away. */
export function uploadOf(models: string, path: string): string | null {
  const folder = dirname(path);
  return dirname(folder) === uploadsFolder(models) ? folder : null;
}

/** Longer than any window waits for a consent. */
const UPLOAD_KEPT_MS = 24 * 3_600_000;

function forgetUploads(models: string): void {
  const uploads = uploadsFolder(models);
  if (!existsSync(uploads)) return;
  for (const id of readdirSync(uploads)) {
    const written = statSync(join(uploads, id), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - written > UPLOAD_KEPT_MS) rmSync(join(uploads, id), { recursive: true, force: true });
  }
}
