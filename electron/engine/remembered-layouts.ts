/** The layouts that were found to be the fastest, in a file of the user data folder. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { InstalledModel } from '../../models/translation/installed.ts';
import type { Measurement } from './calibration.ts';
import type { Layout } from './layout.ts';

/** To be raised when what is measured or how it is run changes so that old results mean nothing. */
const SCHEME = 2;

/** What the results depend on. */
export interface Machine {
  cpu: string;
  cores: number;
}

const Count = z.number().int().min(1).max(64);
const Layout = z.object({ processes: Count, threads: Count });
const Found = z.object({
  layout: Layout,
  /** Processes that the memory allowed when it was found: with more, others are worth a try. */
  most: Count,
  measured: z.array(z.object({ layout: Layout, lettersPerSecond: z.number() })),
});
type Found = z.infer<typeof Found>;
const File = z.object({
  scheme: z.literal(SCHEME),
  machine: z.object({ cpu: z.string(), cores: z.number() }),
  /** By the model's id and version. */
  models: z.record(z.string(), Found),
});

export class RememberedLayouts {
  readonly #path: string | undefined;
  readonly #machine: Machine;
  readonly #models: Map<string, Found>;

  /** @param path of the file; without one it is remembered as long as this lives */
  constructor(path: string | undefined, machine: Machine) {
    this.#path = path;
    this.#machine = machine;
    this.#models = new Map(Object.entries(path === undefined ? {} : readModels(path, machine)));
  }

  /** The layout found for this model with at least `most` processes to choose from, or null. */
  get(model: InstalledModel, most: number): Layout | null {
    const found = this.#models.get(keyOf(model));
    return found && found.most >= most ? found.layout : null;
  }

  /** @throws the error of the file system; it is remembered until the end all the same */
  set(model: InstalledModel, layout: Layout, most: number, measured: Measurement[]): void {
    // Another process may have found something out meanwhile.
    const stored = this.#path === undefined ? {} : readModels(this.#path, this.#machine);
    for (const [key, found] of Object.entries(stored)) this.#models.set(key, found);
    // Other versions of the model are no more.
    for (const key of this.#models.keys()) if (key.startsWith(`${model.id}@`)) this.#models.delete(key);
    this.#models.set(keyOf(model), { layout, most, measured });
    if (this.#path !== undefined) this.#write(this.#path);
  }

  /** By way of a file of its own: another process may read at this moment, or this one be killed. */
  #write(path: string): void {
    const file = { scheme: SCHEME, machine: this.#machine, models: Object.fromEntries(this.#models) };
    const own = `${path}.${process.pid}`;
    try {
      writeFileSync(own, `${JSON.stringify(file, null, 2)}\n`);
      renameSync(own, path);
    } catch (error) {
      rmSync(own, { force: true });
      throw error;
    }
  }
}

/** Nothing, where the file is not there, not ours, or of another machine: then it is found out anew. */
function readModels(path: string, machine: Machine): Record<string, Found> {
  try {
    const file = File.parse(JSON.parse(readFileSync(path, 'utf8')));
    const isOurs = file.machine.cpu === machine.cpu && file.machine.cores === machine.cores;
    return isOurs ? file.models : {};
  } catch {
    return {};
  }
}

const keyOf = ({ id, version }: InstalledModel): string => `${id}@${version}`;
