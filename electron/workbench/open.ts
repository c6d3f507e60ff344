import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { recover } from '../../models/installation/staging.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { openStore } from '../../data/store/open.ts';
import type { Dispatch, Event } from '../contract.ts';
import { createDispatch } from '../dispatch.ts';
import type { Folders } from '../folders.ts';
import { fileLog } from '../log.ts';
import { Downloads } from './downloads.ts';
import type { Workbench } from './handlers.ts';
import { JobRunner } from './job-runner.ts';
import { ModelShelf } from './model-shelf.ts';
import { announceModels } from './models.ts';
import { thisOwner } from './owner.ts';
import { ShelfEngine } from './shelf-engine.ts';

/** The application without a face: what every host talks to. */
export interface OpenWorkbench {
  dispatch: Dispatch;
  /** Where a host puts a browser's files for `models.installFrom`. */
  modelsFolder: string;
  /** Hears every event until the returned function is called. */
  subscribe: (listener: (event: Event) => void) => () => void;
  /** Takes up the jobs that an earlier process left unfinished; for hosts that stay, not for single commands. */
  resumeJobs: () => void;
  close: () => Promise<void>;
}

/** Opens library and models. @throws InputError `database.*` */
export function openWorkbench(folders: Folders): OpenWorkbench {
  const store = openStore(folders.database);
  mkdirSync(folders.models, { recursive: true });
  const log = fileLog(folders.log);
  try {
    recover(folders.models, thisOwner);
  } catch (error) {
    // A models folder that cannot be written to must not keep the library from being opened.
    log('the models folder was not put right', error);
  }
  const listeners = new Set<(event: Event) => void>();
  const workbench: Workbench = {
    store,
    engine: new ShelfEngine(
      (model, problem) => {
        workbench.models.checks.found(model, problem);
        announceModels(workbench, true);
      },
      { layoutsFile: folders.layouts, log },
    ),
    jobs: new JobRunner(() => workbench),
    models: new ModelShelf(folders.models),
    downloads: new Downloads(() => workbench),
    folders,
    version: packageJson.version,
    editor: userInfo().username,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    log,
  };
  return {
    dispatch: createDispatch(workbench),
    modelsFolder: folders.models,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resumeJobs: () => workbench.jobs.resume(),
    async close() {
      await workbench.downloads.close();
      await workbench.jobs.close();
      await workbench.engine.close();
      store.close();
    },
  };
}
