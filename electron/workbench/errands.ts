// The ways that a model comes: from the hub, from a folder or archive, and from the hub only what is damaged.
import { basename, resolve } from 'node:path';
import { rmSync } from 'node:fs';
import { InputError } from '../../models/errors.ts';
import type { FoundModel } from '../../models/installation/find-models.ts';
import { installFromHub } from '../../models/installation/install-from-hub.ts';
import { installFromPath } from '../../models/installation/install-from-path.ts';
import { uploadOf } from '../../models/installation/staging.ts';
import { discardDownload } from '../../models/installation/stopped.ts';
import { wantedFrom, type Wanted } from '../../models/installation/wanted.ts';
import { knownModels } from '../../models/translation/catalogue.ts';
import { EMBEDDED_ID, type InstalledModel } from '../../models/translation/installed.ts';
import { requireConsent } from './consent.ts';
import type { Errand } from './downloads.ts';
import type { Workbench } from './handlers.ts';
import { hubOf } from './hub.ts';
import { thisOwner } from './owner.ts';

/** @param key of the download @param seeds a folder with files that may be right already */
export function fromHub(workbench: Workbench, wanted: Wanted, key: string, seeds?: string): Errand {
  const models = workbench.folders.models;
  const { url } = hubOf(workbench.store);
  return {
    model: key,
    name: wanted.name,
    from: 'hub',
    totalBytes: wanted.sizeBytes,
    async run(signal, onProgress, onRetry) {
      // Only now: whoever never downloads anything loads no network code.
      const { HubClient } = await import('../../models/installation/hub/client.ts');
      const client = new HubClient({ url, onRetry });
      try {
        const beforeReplacing = (id: string) => workbench.engine.letGo(id);
        const installation = { models, client, owner: thisOwner, signal, onProgress, beforeReplacing };
        await installFromHub(wanted, { ...installation, ...(seeds === undefined ? {} : { seeds }) });
        return [wanted.id];
      } finally {
        await client.close();
      }
    },
    discard: () => discardDownload(models, wanted.id),
  };
}

/**
 * Gets again what is wrong with a model.
 *
 * @param consent to a licence that wants it, given just now: whoever copied a model's folder here has not been asked yet
 * @throws InputError `model.no-source`, `model.consent`
 */
export function repairing(workbench: Workbench, model: InstalledModel, consent: boolean): Errand {
  const { manifest } = workbench.models.checks.of(model);
  const known = knownModels.find(({ id }) => id.toLowerCase() === basename(model.id).toLowerCase());
  const { id, name, folder } = model;
  for (const licence of new Set([manifest?.licence ?? null, known?.licence ?? null]))
    requireConsent(
      workbench,
      { id: known?.repository ?? manifest?.repository ?? id, name, licence },
      consent,
    );
  if (manifest?.repository && manifest.revision) {
    const { repository, revision, licence } = manifest;
    const files = manifest.files.map(({ path, sha256 }) => ({ path, sha256, isOptional: false }));
    const sizeBytes = manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0);
    const wanted = { id, name, repository, revision, licence, sizeBytes, files };
    return fromHub(workbench, wanted, known?.id ?? id, folder);
  }
  // Without a manifest to go by, the files are held against what the hub has today.
  if (known) return fromHub(workbench, wantedFrom(known, id), known.id, folder);
  throw new InputError(
    'model.no-source',
    `It is not known where ${name} came from. Install it again from the folder, archive or stick that you had it from.`,
  );
}

const reservedName = (folder: string): InputError =>
  new InputError(
    'model.name',
    `The model in ${folder} is called ${EMBEDDED_ID}, as the one that comes with the app. Rename its folder, then install it again.`,
  );

/** What was uploaded by a browser is thrown away afterwards. */
export function fromPath(workbench: Workbench, given: string, consent: boolean): Errand {
  const { folders, models: shelf } = workbench;
  const path = resolve(given);
  const admit = (found: FoundModel) => {
    const known = knownModels.find(
      ({ id, repository }) =>
        repository === found.repository || id.toLowerCase() === found.name.toLowerCase(),
    );
    const there = shelf
      .installed()
      .find(({ id }) => (found.repository === null ? basename(id) === found.name : id === found.repository));
    const id = there && !there.embedded ? there.id : (found.repository ?? found.name);
    const name = known?.name ?? found.name;
    if (id === EMBEDDED_ID) throw reservedName(found.folder);
    // The folder's own word for its licence is no word against the catalogue's.
    for (const licence of new Set([found.licence, known?.licence ?? null]))
      requireConsent(workbench, { id: known?.repository ?? id, name, licence }, consent);
    return { id, name };
  };
  const upload = uploadOf(folders.models, path);
  const discard = () => {
    try {
      if (upload !== null) rmSync(upload, { recursive: true, force: true });
    } catch (error) {
      // The model is installed all the same; the upload goes a day later (`recover`).
      workbench.log(`${upload} was not thrown away`, error);
    }
  };
  return {
    model: path,
    name: basename(path),
    from: 'path',
    totalBytes: null,
    async run(signal, onProgress) {
      try {
        const beforeReplacing = (id: string) => workbench.engine.letGo(id);
        const ids = await installFromPath(path, {
          models: folders.models,
          owner: thisOwner,
          signal,
          onProgress,
          admit,
          ...(upload === null ? {} : { shownAs: basename(path) }),
          beforeReplacing,
        });
        discard();
        return ids;
      } catch (error) {
        // Whoever agrees to a licence should not have to send it all again.
        if (!(error instanceof InputError && error.code === 'model.consent')) discard();
        throw error;
      }
    },
    discard,
  };
}
