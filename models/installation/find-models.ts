/** The models in a folder that somebody brings: a model itself, several, a packed stick, or a cache of the hub's own tools. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '../errors.ts';
import { lookAt } from './look.ts';
import { readManifest } from './manifest.ts';
import { isRepository } from './safe-path.ts';

export interface FoundModel {
  folder: string;
  /** The name of the model, by which it is described: the last part of its id. */
  name: string;
  /** On the hub, where that can be told. */
  repository: string | null;
  /** As its manifest says, or null. */
  licence: string | null;
}

/** `stick/bitext-models/Xenova/opus-mt-de-en`, `models--Xenova--opus-mt-de-en/snapshots/<commit>`. */
const DEEPEST = 4;
const MOST_FOLDERS = 2000;

/**
 * Finds models.
 *
 * @param name what the folder itself is called, if it is a model
 * @throws InputError `model.none-found`, `model.damaged` (a manifest)
 */
export function findModels(folder: string, name: string): FoundModel[] {
  const found: FoundModel[] = [];
  let seen = 0;
  const walk = (at: string, called: string, repository: string | null, depth: number) => {
    if (++seen > MOST_FOLDERS) return;
    const names = namesIn(at);
    if (names.includes('config.json') || names.includes('onnx')) {
      found.push(described(at, called, repository));
      return;
    }
    if (depth === DEEPEST) return;
    for (const below of names.toSorted()) {
      const path = join(at, below);
      if (below.startsWith('.') || !isFolder(path)) continue;
      const cached = /^models--([\w.-]+?)--([\w.-]+)$/u.exec(below);
      if (cached) walk(snapshotIn(path), cached[2] ?? below, `${cached[1]}/${cached[2]}`, depth + 1);
      else walk(path, repository === null ? below : called, repository, depth + 1);
    }
  };
  walk(folder, name, null, 0);
  if (found.length > 0) return found;
  throw new InputError(
    'model.none-found',
    `There is no model in ${name}. A model is a folder with config.json, tokenizer.json and a folder onnx, in the layout of Transformers.js.`,
  );
}

/** The commit that a cache was last brought to, or its newest; a cache keeps the earlier ones beside it. */
function snapshotIn(cache: string): string {
  const snapshots = join(cache, 'snapshots');
  const newestFirst = namesIn(snapshots)
    .map((name) => ({ name, at: lookAt(join(snapshots, name))?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.at - a.at);
  const main = readable(join(cache, 'refs', 'main'))?.trim();
  const commit = newestFirst.find(({ name }) => name === main) ?? newestFirst[0];
  return commit ? join(snapshots, commit.name) : cache;
}

function described(folder: string, called: string, repository: string | null): FoundModel {
  const manifest = readManifest(folder, called, folder);
  const source = manifest?.repository ?? repository;
  const known = source !== null && isRepository(source) ? source : null;
  return {
    folder,
    name: known === null ? plainName(called) : basename(known),
    repository: known,
    licence: manifest?.licence ?? null,
  };
}

/** Fit to be a folder's name everywhere. */
const plainName = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 80)
    .replace(/^[.-]+|[. -]+$/gu, '') || 'model';

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

function readable(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const isFolder = (path: string): boolean => lookAt(path)?.isDirectory() ?? false;
