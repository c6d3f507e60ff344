/** Models for another machine: a folder for a USB stick, or one archive, each with its checksums. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack as tarPack, type Pack } from 'tar-stream';
import { InputError } from '../errors.ts';
import { COMMAND } from './app.ts';
import { needsConsent } from './licence.ts';
import { MANIFEST_FILE, serialise, type Manifest } from './manifest.ts';
import { requireRoom } from './room.ts';
import { verifyModel } from './verify.ts';

export interface PackedModel {
  id: string;
  name: string;
  folder: string;
  licence: string | null;
}

/** The folder on the stick, and inside of the archive. */
export const PACKED_FOLDER = 'bitext-models';

const README = 'README.txt';

interface Part {
  /** Below the packed folder. */
  path: string;
  /** A file, or the text itself. */
  from: { file: string } | { text: string };
  sizeBytes: number;
}

/**
 * Packs models, each verified before: a folder `bitext-models` in the folder `path`, or one archive when `path` ends in
 * `.tar.gz` or `.tgz`. Models that a stick has already stay, and one with the same name is replaced by the new one.
 *
 * @param path absolute; its folder must be there, since one that is not is a stick that is not connected or was mistyped
 * @returns what was written and how large it is
 * @throws InputError `model.damaged`, `pack.path`, `pack.no-folder`, `pack.exists`, `file.unwritable`, `disk.*`; nothing
 * half-made is left
 */
export async function packModels(
  models: readonly PackedModel[],
  path: string,
): Promise<{ path: string; sizeBytes: number }> {
  const isArchive = /\.(?:tar\.gz|tgz)$/iu.test(path);
  const to = isArchive ? path : join(path, PACKED_FOLDER);
  requireTarget(path, dirname(to));
  if (isArchive && existsSync(to)) {
    throw new InputError('pack.exists', `${to} exists already. Remove it, or choose another name.`);
  }
  if (!isArchive) for (const { id } of models) requireOnlyModels(to, id);
  const parts: Part[] = [text(README, readme(models.map(lineOf)))];
  for (const model of models) {
    const manifest = await verifyModel({ ...model, embedded: false });
    parts.push(...partsOf(model, { ...manifest, licence: manifest.licence ?? model.licence }));
  }
  const sizeBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
  const unfinished = `${to}.part`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    requireRoom('the models', dirname(to), sizeBytes);
    if (isArchive) await writeArchive(parts, unfinished);
    else await writeFolder(parts, unfinished);
    if (!isArchive && existsSync(to)) addTo(to, unfinished, models);
    else renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (error instanceof InputError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new InputError('file.unwritable', `${to} could not be written: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  return { path: to, sizeBytes: isArchive ? statSync(to).size : sizeBytes };
}

function requireTarget(path: string, folder: string): void {
  if (!isAbsolute(path)) {
    throw new InputError('pack.path', `“${path}” is not a whole path. Give all of it, as /media/me/STICK.`);
  }
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new InputError(
    'pack.no-folder',
    `There is no folder ${folder}. Is the stick connected, and is its path written right? Nothing was written.`,
  );
}

/** What is replaced must be a model, and what it lies in a folder. */
function requireOnlyModels(to: string, id: string): void {
  const place = join(to, id);
  const inTheWay = [to, dirname(place)].find((at) => existsSync(at) && !statSync(at).isDirectory());
  if (inTheWay === undefined && (!existsSync(place) || existsSync(join(place, MANIFEST_FILE)))) return;
  throw new InputError(
    'pack.exists',
    `${inTheWay ?? place} exists already and is not what was packed before. Move or rename it, then try again; nothing was changed.`,
  );
}

/** Puts models that are wholly written beside a packed folder into it. One that they replace goes only when they are there. */
function addTo(to: string, written: string, models: readonly PackedModel[]): void {
  const lines = new Map([...linesIn(to), ...models.map((model) => [model.id, lineOf(model)] as const)]);
  for (const [index, { id }] of models.entries()) {
    const place = join(to, id);
    const old = join(written, `.old-${index}`);
    const hadOne = existsSync(place);
    mkdirSync(dirname(place), { recursive: true });
    if (hadOne) renameSync(place, old);
    try {
      renameSync(join(written, id), place);
    } catch (error) {
      if (hadOne) renameSync(old, place);
      throw error;
    }
  }
  writeFileSync(join(to, README), readme([...lines.values()]), { flush: true });
  rmSync(written, { recursive: true, force: true });
}

/** What the packed folder says of the models that are in it, by their ids. */
function linesIn(to: string): [string, string][] {
  if (!existsSync(join(to, README))) return [];
  return readFileSync(join(to, README), 'utf8')
    .split('\n')
    .flatMap((line): [string, string][] => {
      const id = /^ {2}(\S+): /u.exec(line)?.[1];
      return id !== undefined && existsSync(join(to, id)) ? [[id, line]] : [];
    });
}

function partsOf({ id, folder }: PackedModel, manifest: Manifest): Part[] {
  const files = manifest.files.map(({ path, sizeBytes }) => ({
    path: `${id}/${path}`,
    from: { file: join(folder, path) },
    sizeBytes,
  }));
  const own = readdirSync(folder)
    .filter((name) => name === 'bitext.json' && !manifest.files.some(({ path }) => path === name))
    .map((name) => ({
      path: `${id}/${name}`,
      from: { file: join(folder, name) },
      sizeBytes: statSync(join(folder, name)).size,
    }));
  return [...files, ...own, text(`${id}/${MANIFEST_FILE}`, serialise(manifest))];
}

const text = (path: string, content: string): Part => ({
  path,
  from: { text: content },
  sizeBytes: Buffer.byteLength(content),
});

async function writeFolder(parts: readonly Part[], folder: string): Promise<void> {
  for (const { path, from } of parts) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    if ('text' in from) writeFileSync(to, from.text, { flush: true });
    else await copyFile(from.file, to);
  }
}

async function writeArchive(parts: readonly Part[], file: string): Promise<void> {
  const tar = tarPack();
  // Weights hardly shrink: more effort takes minutes and saves nothing.
  const written = pipeline(tar, createGzip({ level: 1 }), createWriteStream(file, { flush: true }));
  const filled = fill(tar, parts).catch((error: unknown) => {
    tar.destroy(error as Error);
    throw error;
  });
  const [filling, writing] = await Promise.allSettled([filled, written]);
  for (const result of [filling, writing]) if (result.status === 'rejected') throw result.reason;
}

async function fill(tar: Pack, parts: readonly Part[]): Promise<void> {
  for (const { path, from, sizeBytes } of parts) {
    const bytes = 'text' in from ? Readable.from([Buffer.from(from.text)]) : createReadStream(from.file);
    await pipeline(bytes, tar.entry({ name: `${PACKED_FOLDER}/${path}`, size: sizeBytes, mode: 0o644 }));
  }
  tar.finalize();
}

const lineOf = ({ id, name, licence }: PackedModel): string =>
  `  ${id}: ${name}${licence === null ? '' : ` (licence: ${licence})`}`;

const readme = (lines: readonly string[]): string => `Translation models for Bitext Workbench

${lines.join('\n')}

To install them on a computer without a network:

  In the app: Models, then "Install from…", and choose this folder (or the archive as it is).
  On the command line, in the folder of the app: ${COMMAND} models install PATH

Every file is checked on the way; a damaged copy is refused and changes nothing.
${lines.some((line) => needsConsent(/\(licence: (.+)\)$/u.exec(line)?.[1] ?? null)) ? '\nA licence with "NC" allows no commercial use. The app asks for your consent before it installs such a model.\n' : ''}`;
