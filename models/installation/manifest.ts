/**
 * What was installed: `bitext-model.json` in a model's folder, with the size and SHA-256 of every file.
 *
 * The manifest vouches for itself, too: it ends with the checksum of what stands before, and it has one spelling only, so
 * that no byte of it can change unseen.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { sha256OfText } from './hash.ts';
import { isSafePath } from './safe-path.ts';

export const MANIFEST_FILE = 'bitext-model.json';

const Manifest = z.object({
  format: z.literal(1),
  /** On the hub: owner/name; null for a model that came another way. */
  repository: z.string().nullable(),
  /** The commit. */
  revision: z.string().nullable(),
  /** SPDX identifier. */
  licence: z.string().nullable(),
  installedAt: z.iso.datetime(),
  appVersion: z.string(),
  files: z
    .array(
      z.object({
        path: z.string().refine(isSafePath),
        sizeBytes: z.number().int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      }),
    )
    .min(1),
});
export type Manifest = z.infer<typeof Manifest>;
export type ManifestFile = Manifest['files'][number];

/** The one spelling of a manifest. */
export function serialise(manifest: Manifest): string {
  const ordered = Manifest.parse(manifest);
  return `${JSON.stringify({ ...ordered, checksum: sha256OfText(JSON.stringify(ordered)) }, null, 2)}\n`;
}

/**
 * The manifest in `folder`, or null when there is none.
 *
 * @param name the model's name, for the message
 * @param origin of a copy that is to be installed: where it comes from, for the message
 * @throws InputError `model.damaged` when it is not as it was written
 */
export function readManifest(folder: string, name: string, origin?: string): Manifest | null {
  let text: string;
  try {
    // Latin-1 keeps every byte apart: as UTF-8 different damaged bytes would read alike. What we write is ASCII.
    text = readFileSync(join(folder, MANIFEST_FILE), 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw damagedManifest(name, folder, origin, error);
  }
  try {
    const manifest = Manifest.parse(JSON.parse(text));
    if (serialise(manifest) === text) return manifest;
  } catch (error) {
    throw damagedManifest(name, folder, origin, error);
  }
  throw damagedManifest(name, folder, origin);
}

const damagedManifest = (name: string, folder: string, origin?: string, cause?: unknown): InputError =>
  new InputError(
    'model.damaged',
    origin === undefined
      ? `The model ${name} cannot be trusted: its file ${MANIFEST_FILE} in ${folder} is not as it was written. Repair the model, or install it again.`
      : `The copy of ${name} that was to be installed is damaged: its file ${MANIFEST_FILE} in ${origin} is not as it was when it was packed. Copy it again. Nothing was changed.`,
    { cause },
  );

/** Writes the manifest into a folder that nobody else looks at yet. */
export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeFileSync(join(folder, MANIFEST_FILE), serialise(manifest), { flush: true });

/**
 * Writes the manifest of a model that has none, whole or not at all.
 * Where the folder cannot be written to the model is used without one.
 */
export function pinManifest(folder: string, manifest: Manifest): void {
  const part = join(folder, `.${MANIFEST_FILE}-${process.pid}`);
  try {
    writeFileSync(part, serialise(manifest), { flush: true, flag: 'wx' });
    renameSync(part, join(folder, MANIFEST_FILE));
  } catch {
    rmSync(part, { force: true });
  }
}
