/** Which layout a model is run with: forced, remembered, or the usual one until the fastest is found. */
import type { InstalledModel } from '../../models/translation/installed.ts';
import { fastest, LEAST_SENTENCES, sentencesFor, Stretch, type Measurement } from './calibration.ts';
import { candidateLayouts, limited, usualLayout, withThreads, type Layout } from './layout.ts';
import { mostProcesses } from './memory.ts';
import type { RememberedLayouts } from './remembered-layouts.ts';
import type { Request } from './request.ts';

export interface LayoutConditions {
  cores: number;
  /** No other than this one, whatever the memory. */
  forced: Layout | undefined;
  /** Threads of every process, whatever is measured. */
  threads: number | undefined;
  remembered: RememberedLayouts;
  log: (message: string) => void;
}

/** What is known so far of a model whose fastest layout is being found. */
interface Search {
  most: number;
  untried: Layout[];
  measured: Measurement[];
}

export class LayoutChoice {
  readonly #conditions: LayoutConditions;
  readonly #searches = new Map<string, Search>();
  /** Models whose processes died again and again: they get one process, and nothing is measured with them. */
  readonly #careful = new Set<string>();

  constructor(conditions: LayoutConditions) {
    this.#conditions = conditions;
  }

  /** @param freeBytes memory that engine processes may share, those that run included */
  layoutFor(model: InstalledModel, freeBytes: number): Layout {
    const { cores, forced, threads, remembered } = this.#conditions;
    const most = this.#most(model, freeBytes);
    if (forced) return limited(forced, cores, this.#careful.has(model.folder) ? 1 : forced.processes);
    if (threads !== undefined) return withThreads(threads, cores, most);
    return limited(remembered.get(model, 1) ?? usualLayout(cores, most), cores, most);
  }

  /** A stretch of the request's waiting sentences for the next candidate; null when there is nothing to find out, or not with these. */
  stretch({ model, waiting, sentences, isFresh, hasMeasured }: Request, freeBytes: number): Stretch | null {
    if (!isFresh && !hasMeasured) return null;
    // A search goes on through many requests; memory may have become short meanwhile.
    const search = this.#search(model, freeBytes);
    const candidate = search && search.most <= this.#most(model, freeBytes) ? search.untried[0] : undefined;
    if (!candidate) return null;
    const least = sentencesFor(candidate);
    if (waiting.length < (isFresh ? Math.max(LEAST_SENTENCES, least) : least)) return null;
    return new Stretch(candidate, sentences, waiting);
  }

  /** A stretch is over; after the last candidate's the fastest is remembered. */
  measured(model: InstalledModel, measurement: Measurement): void {
    const search = this.#searches.get(model.folder);
    if (!search) return;
    search.measured.push(measurement);
    search.untried.shift();
    if (search.untried.length > 0) return;
    this.#searches.delete(model.folder);
    try {
      this.#conditions.remembered.set(model, fastest(search.measured), search.most, search.measured);
    } catch (error) {
      this.#conditions.log(`The engine's layout could not be remembered: ${String(error)}`);
    }
  }

  /** Processes with this model keep dying: memory may be short, so it gets one only. */
  beCareful(model: InstalledModel): void {
    this.#careful.add(model.folder);
    this.#searches.delete(model.folder);
  }

  /** A new start, after a rest: what was short may be there again. */
  forgetCare(): void {
    this.#careful.clear();
  }

  #search(model: InstalledModel, freeBytes: number): Search | null {
    const { cores, forced, threads, remembered } = this.#conditions;
    const most = this.#most(model, freeBytes);
    if (forced || threads !== undefined || this.#careful.has(model.folder)) return null;
    if (remembered.get(model, most)) return null;
    const running = this.#searches.get(model.folder);
    if (running) return running;
    const usual = usualLayout(cores, most);
    // The usual one first: small requests have loaded it already.
    const untried = candidateLayouts(cores, most).toSorted(
      (a, b) => Math.abs(a.processes - usual.processes) - Math.abs(b.processes - usual.processes),
    );
    if (untried.length < 2) return null;
    const search = { most, untried, measured: [] };
    this.#searches.set(model.folder, search);
    return search;
  }

  #most(model: InstalledModel, freeBytes: number): number {
    return this.#careful.has(model.folder) ? 1 : mostProcesses(model.sizeBytes, freeBytes);
  }
}
