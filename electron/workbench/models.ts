// Models: which are here, which are known, and how they come, are checked, mended and go.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '../../models/errors.ts';
import { COMMAND } from '../../models/installation/app.ts';
import { needsConsent } from '../../models/installation/licence.ts';
import { lookAt } from '../../models/installation/look.ts';
import { packModels } from '../../models/installation/pack.ts';
import { freeBytes } from '../../models/installation/room.ts';
import { takeAway } from '../../models/installation/staging.ts';
import { discardDownload, stoppedDownloads } from '../../models/installation/stopped.ts';
import { verifyModel } from '../../models/installation/verify.ts';
import { wantedFrom } from '../../models/installation/wanted.ts';
import { knownModels, type KnownModel } from '../../models/translation/catalogue.ts';
import type { InstalledModel } from '../../models/translation/installed.ts';
import { consentedAt } from '../../data/store/consents.ts';
import { unfinishedJobs } from '../../data/store/jobs.ts';
import type { Model, Verification } from '../contract.ts';
import { requireConsent } from './consent.ts';
import { announceReadiness, keyOfStopped } from './downloads.ts';
import { modelChoices } from './model-choices.ts';
import { fromHub, fromPath, repairing } from './errands.ts';
import { handlers, type Workbench } from './handlers.ts';
import { hubOf, setHub } from './hub.ts';
import { thisOwner } from './owner.ts';

export const models = handlers('models', {
  list(workbench) {
    const { models: shelf, downloads, store } = workbench;
    return {
      folder: shelf.folder,
      freeBytes: freeBytes(shelf.folder),
      hub: hubOf(store),
      installed: shelf.installed().map((model) => viewModel(workbench, model)),
      known: knownModels.map((model) => ({
        ...model,
        note: model.note ?? null,
        consentedAt: consentedAt(store, model.repository, model.licence) ?? null,
      })),
      choices: modelChoices(),
      downloads: downloads.list(),
    };
  },

  install(workbench, { model, consent }) {
    const known = requireKnownModel(model);
    requireConsent(workbench, { ...known, id: known.repository }, consent);
    const there = workbench.models.installed().find(({ id }) => id === known.id);
    return workbench.downloads.begin(
      fromHub(workbench, wantedFrom(known, there?.id), known.id, there?.folder),
    );
  },

  installFrom(workbench, { path, consent }) {
    return workbench.downloads.begin(fromPath(workbench, path, consent));
  },

  async cancel(workbench, { model, discard }) {
    const { downloads, folders } = workbench;
    const wasHere = await downloads.cancel(model, discard);
    const left = stoppedDownloads(folders.models, thisOwner).find((one) => keyOfStopped(one) === model);
    if (discard && left) discardDownload(folders.models, left.id);
    if (!wasHere && discard && left) announceModels(workbench, false);
    return {};
  },

  async remove(workbench, { model: name }) {
    const { folders, store, engine } = workbench;
    const model = workbench.models.byName(name);
    const { id } = model;
    refuseEmbedded(model, 'removed');
    if (unfinishedJobs(store).some((job) => job.model === id)) {
      throw new InputError(
        'model.in-use',
        `${model.name} is translating an article just now. Wait for it or cancel that, then remove the model.`,
      );
    }
    await engine.letGo(id);
    await takeAway(folders.models, id, model.name);
    announceModels(workbench, true);
    return {};
  },

  async verify(workbench, { model: id }) {
    const chosen = id === undefined ? workbench.models.installed() : [workbench.models.byName(id)];
    const results: Verification[] = [];
    for (const model of chosen) results.push(await verifyOne(workbench, model));
    announceModels(workbench, true);
    return results;
  },

  repair(workbench, { model: id, consent }) {
    const model = workbench.models.byName(id);
    refuseEmbedded(model, 'repaired; install the app again');
    return workbench.downloads.begin(repairing(workbench, model, consent));
  },

  async pack(workbench, { models: ids, path }) {
    const installed = workbench.models.installed().filter(({ embedded }) => !embedded);
    const chosen = ids?.map((id) => workbench.models.byName(id)) ?? installed;
    for (const model of chosen) refuseEmbedded(model, 'packed: every installation has it');
    if (chosen.length === 0)
      throw new InputError('model.none', 'No model is installed that could be packed.');
    const packed = chosen.map((model) => ({ ...model, licence: viewModel(workbench, model).licence }));
    const written = await packModels(packed, path);
    return { ...written, models: chosen.map(({ id }) => id) };
  },

  setHub(workbench, { url }) {
    setHub(workbench.store, url);
    announceModels(workbench, true);
    return {};
  },
});

function viewModel({ models: shelf }: Workbench, model: InstalledModel): Model {
  const { manifest, verifiedAt } = shelf.checks.of(model);
  const known = knownModels.find(({ id }) => id.toLowerCase() === basename(model.id).toLowerCase());
  const repository = manifest?.repository ?? known?.repository ?? null;
  const licence = model.embedded ? 'MIT' : (manifest?.licence ?? known?.licence ?? null);
  return {
    ...model,
    problem: model.problem?.message ?? null,
    repository,
    revision: manifest?.revision ?? null,
    licence,
    isNonCommercial: needsConsent(licence),
    diskBytes: diskBytes(model.folder),
    verifiedAt,
    isRepairable: !model.embedded && repository !== null,
  };
}

async function verifyOne({ models: shelf }: Workbench, model: InstalledModel): Promise<Verification> {
  const { id, name } = model;
  const stamp = shelf.checks.stamp(model);
  try {
    const { files } = await verifyModel(model);
    shelf.checks.found(model, null, stamp);
    const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
    return { model: id, name, files: files.length, sizeBytes, problem: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problem = { code: error.code, message: error.message };
    shelf.checks.found(model, problem, stamp);
    return { model: id, name, files: 0, sizeBytes: 0, problem };
  }
}

/** Tells every window how models and downloads stand. */
export function announceModels(workbench: Workbench, isListChanged: boolean): void {
  const downloads = workbench.downloads.list();
  workbench.emit({ event: 'models.changed', payload: { downloads, isListChanged } });
  if (isListChanged) announceReadiness(workbench);
}

/** By id or repository. @throws InputError `model.unknown`, `model.unsupported` */
function requireKnownModel(model: string): KnownModel {
  const known = knownModels.find(({ id, repository }) => id === model || repository === model);
  if (!known) {
    throw new InputError(
      'model.unknown',
      `No model “${model}” is known. Models in the app, or “${COMMAND} models”, lists those that are; others can be installed from a folder.`,
    );
  }
  if (known.supported) return known;
  throw new InputError('model.unsupported', `${known.name} cannot be run by this version yet.`);
}

function refuseEmbedded({ embedded, name }: InstalledModel, what: string): void {
  if (embedded) throw new InputError('model.embedded', `${name} comes with the app and cannot be ${what}.`);
}

/** What cannot be looked at counts for nothing; the model's problem tells of it. */
function diskBytes(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => lookAt(join(entry.parentPath, entry.name)))
      .reduce((sum, found) => sum + (found?.isFile() ? found.size : 0), 0);
  } catch {
    return 0;
  }
}
