import { basename } from 'node:path';
import type { Download } from '../contract.ts';
import { InputError } from '../../models/errors.ts';
import type { Progress } from '../../models/installation/install-from-hub.ts';
import { Rate } from '../../models/installation/rate.ts';
import {
  discardDownload,
  stoppedDownloads,
  type StoppedDownload,
} from '../../models/installation/stopped.ts';
import { knownModels } from '../../models/translation/catalogue.ts';
import { articles } from '../../data/store/articles.ts';
import { databaseError } from '../../data/store/errors.ts';
import { isEnglish } from './article-view.ts';
import type { Workbench } from './handlers.ts';
import { thisOwner } from './owner.ts';

/** A model that is to come. */
export interface Errand {
  /** The key of the download: a known model's id, or a path. */
  model: string;
  name: string;
  from: Download['from'];
  totalBytes: number | null;
  /** @returns the ids of the models that have come */
  run: (
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
    onRetry: (problem: InputError) => void,
  ) => Promise<readonly string[]>;
  /** Throws away what it has left. */
  discard: () => void;
}

interface Entry {
  errand: Errand;
  view: Download;
  rate: Rate;
  abort: AbortController;
  isDiscarded: boolean;
}

/** Progress is told so often at most. */
const TELL_MS = 250;

/** Models on their way: one after the other, in the order in which they were asked for. */
export class Downloads {
  readonly #workbench: () => Workbench;
  readonly #entries = new Map<string, Entry>();
  #working: Promise<void> | null = null;
  #toldAt = 0;
  #later: NodeJS.Timeout | null = null;
  #isClosed = false;

  /** @param workbench a function, since the workbench holds the downloads and they the workbench */
  constructor(workbench: () => Workbench) {
    this.#workbench = workbench;
  }

  /** Every download: under way, waiting, failed, and those that an earlier process has left. */
  list(): Download[] {
    const here = [...this.#entries.values()].map(({ view }) => ({ ...view }));
    const left = stoppedDownloads(this.#workbench().folders.models, thisOwner).map((stopped): Download => ({
      ...begun(keyOfStopped(stopped), stopped.name, 'hub', stopped.totalBytes),
      state: 'stopped',
      receivedBytes: stopped.receivedBytes,
    }));
    return [...here, ...left.filter(({ model }) => !this.#entries.has(model))];
  }

  /** Queues an errand; one that is under way already goes on as it is. */
  begin(errand: Errand): Download {
    const { model, name, from, totalBytes } = errand;
    const there = this.#entries.get(model);
    if (there && there.view.state !== 'failed') return { ...there.view };
    // Anew, and last in the queue.
    this.#entries.delete(model);
    const view = begun(model, name, from, totalBytes);
    this.#entries.set(model, {
      errand,
      view,
      rate: new Rate(),
      abort: new AbortController(),
      isDiscarded: false,
    });
    const answer = { ...view };
    this.#tell();
    this.#working ??= this.#work().finally(() => (this.#working = null));
    return answer;
  }

  /** Ends a download, or takes a failed or stopped one off the list. @returns whether there was one */
  async cancel(model: string, discard: boolean): Promise<boolean> {
    const entry = this.#entries.get(model);
    if (!entry) return false;
    entry.isDiscarded = discard;
    entry.abort.abort();
    const isWaiting = entry.view.state === 'queued' || entry.view.state === 'failed';
    this.#entries.delete(model);
    if (isWaiting && discard) this.#discard(entry);
    // The one under way gives up its files first: else it could be begun again while it still holds them.
    if (!isWaiting) await this.#current;
    this.#tell();
    return true;
  }

  /** Ends all of them; what has come is kept. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { abort } of this.#entries.values()) abort.abort();
    await this.#working;
    if (this.#later) clearTimeout(this.#later);
  }

  #current: Promise<void> = Promise.resolve();

  async #work(): Promise<void> {
    for (;;) {
      const next = [...this.#entries.values()].find(({ view }) => view.state === 'queued');
      if (!next || this.#isClosed) return;
      this.#current = this.#do(next);
      await this.#current;
    }
  }

  async #do(entry: Entry): Promise<void> {
    const { errand, view, abort } = entry;
    view.state = 'running';
    this.#tell();
    try {
      const ids = await errand.run(
        abort.signal,
        (progress) => this.#progress(entry, progress),
        (problem) => this.#retrying(entry, problem),
      );
      this.#forget(entry);
      this.#settle(ids);
      this.#tell(true);
    } catch (thrown) {
      if (abort.signal.aborted) {
        this.#forget(entry);
        if (entry.isDiscarded) this.#discard(entry);
      } else this.#failed(view, thrown);
      this.#tell();
    }
  }

  /** A file that the system does not let go just now must not end the work on what waits; `stoppedDownloads` still lists it. */
  #discard({ errand, view }: Entry): void {
    try {
      errand.discard();
    } catch (error) {
      this.#workbench().log(`what ${view.model} left was not thrown away`, error);
    }
  }

  #forget(entry: Entry): void {
    if (this.#entries.get(entry.view.model) === entry) this.#entries.delete(entry.view.model);
  }

  /** What failed or stopped before is settled when its model has come another way, be it under the name of its folder. */
  #settle(ids: readonly string[]): void {
    const names = new Set(ids.map(nameOf));
    for (const entry of this.#entries.values()) {
      if (entry.view.state !== 'failed' || !names.has(nameOf(entry.view.model))) continue;
      this.#forget(entry);
      this.#discard(entry);
    }
    const { folders, log } = this.#workbench();
    try {
      for (const stopped of stoppedDownloads(folders.models, thisOwner))
        if (names.has(nameOf(stopped.id)) && !this.#entries.has(keyOfStopped(stopped)))
          discardDownload(folders.models, stopped.id);
    } catch (error) {
      log('what a stopped download left was not thrown away', error);
    }
  }

  #failed(view: Download, thrown: unknown): void {
    const { log, folders } = this.#workbench();
    const error = databaseError(thrown, folders.database);
    const isKnown = error instanceof InputError;
    if (!isKnown) log(`${view.model} could not be installed`, error);
    view.state = 'failed';
    view.bytesPerSecond = null;
    view.secondsLeft = null;
    view.retrying = null;
    view.error = isKnown
      ? { code: error.code, message: error.message }
      : {
          code: 'internal',
          message: `Something went wrong that should not: ${view.name} was not installed. The log ${folders.log} has the details.`,
        };
  }

  #retrying({ view }: Entry, { message }: InputError): void {
    // The rest of it says what the editor should do, who has nothing to do yet.
    view.retrying = /^.*?\.(?=\s|$)/su.exec(message)?.[0] ?? message;
    view.bytesPerSecond = null;
    view.secondsLeft = null;
    this.#tell();
  }

  #progress({ view, rate }: Entry, { receivedBytes, totalBytes, isChecking }: Progress): void {
    rate.reached(receivedBytes);
    const perSecond = rate.perSecond();
    view.state = isChecking ? 'checking' : 'running';
    if (isChecking || receivedBytes > view.receivedBytes) view.retrying = null;
    view.receivedBytes = receivedBytes;
    view.totalBytes = totalBytes ?? view.totalBytes;
    view.bytesPerSecond = perSecond;
    view.secondsLeft =
      perSecond && view.totalBytes !== null
        ? Math.max(0, Math.ceil((view.totalBytes - receivedBytes) / perSecond))
        : null;
    if (performance.now() - this.#toldAt >= TELL_MS) this.#tell();
    else this.#later ??= setTimeout(() => this.#tell(), TELL_MS).unref();
  }

  /** @param isListChanged models came, went or changed: articles that waited may be ready */
  #tell(isListChanged = false): void {
    if (this.#later) clearTimeout(this.#later);
    this.#later = null;
    this.#toldAt = performance.now();
    const { emit } = this.#workbench();
    emit({ event: 'models.changed', payload: { downloads: this.list(), isListChanged } });
    if (isListChanged) announceReadiness(this.#workbench());
  }
}

/** By which a download that an earlier process has left is listed: as `models.install` or `models.repair` began it. */
export const keyOfStopped = ({ id, repository }: StoppedDownload): string =>
  knownModels.find((known) => known.repository === repository)?.id ?? id;

/** By which a model is the same wherever it came from: of a repository, of a folder. */
const nameOf = (model: string): string => basename(model).toLowerCase();

/** Says that articles may be ready now that were not, or the other way round. */
export function announceReadiness({ store, emit }: Workbench): void {
  const foreign = articles(store).filter(({ language }) => language !== null && !isEnglish(language));
  if (foreign.length > 0)
    emit({ event: 'library.changed', payload: { articles: foreign.map(({ id }) => id) } });
}

const begun = (model: string, name: string, from: Download['from'], totalBytes: number | null): Download => ({
  model,
  name,
  from,
  state: 'queued',
  receivedBytes: 0,
  totalBytes,
  bytesPerSecond: null,
  secondsLeft: null,
  retrying: null,
  error: null,
});
