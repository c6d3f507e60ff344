import type { Event, Method, Output, Parsed } from '../contract.ts';
import type { Engine } from '../engine/engine.ts';
import type { Store } from '../../data/store/store.ts';
import type { Folders } from '../folders.ts';
import type { Log } from '../log.ts';
import type { Downloads } from './downloads.ts';
import type { JobRunner } from './job-runner.ts';
import type { ModelShelf } from './model-shelf.ts';

/** What every use case works with. */
export interface Workbench {
  store: Store;
  engine: Engine;
  jobs: JobRunner;
  models: ModelShelf;
  downloads: Downloads;
  folders: Folders;
  version: string;
  /** Who revisions are signed by. */
  editor: string;
  emit: (event: Event) => void;
  log: Log;
}

type Area = Method extends `${infer A}.${string}` ? A : never;

/** The handlers of every area of the contract, named without their prefix. */
type AreaHandlers = {
  [A in Area]: {
    [M in Method as M extends `${A}.${infer Name}` ? Name : never]: (
      workbench: Workbench,
      input: Parsed<M>,
    ) => Output<M> | Promise<Output<M>>;
  };
};

/** Types the handlers of an area: a missing, misspelt or wrongly typed one does not compile. */
export const handlers = <A extends Area>(_area: A, table: AreaHandlers[A]): AreaHandlers[A] => table;

/** The time as it is stored: ISO 8601, UTC. */
export const now = () => new Date().toISOString();
