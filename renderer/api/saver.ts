import type { History, Input, Output, Unit } from '../../electron/contract.ts';
import { editedState } from './units.ts';
import type { Unsaved } from './unsaved.ts';

export type SaveStatus =
  | { kind: 'quiet' }
  | { kind: 'saving' }
  | { kind: 'waiting' }
  /** `isRecovery`: nothing could be saved for a while before. */
  | { kind: 'saved'; at: Date; isRecovery: boolean }
  | { kind: 'failed'; message: string };

interface Changed {
  units: Unit[];
  history: History;
}

/** The calls it needs; the workbench's or a test's. */
export type SaveCall = <M extends 'review.save' | 'review.confirm'>(
  method: M,
  input: Input<M>,
) => Promise<Output<M>>;

export interface SaverEvents {
  /** The text as it leaves for the store: shown at once, before the answer. */
  typed(article: number, unit: Unit): void;
  /** The store's answer. */
  stored(article: number, changed: Changed): void;
  /** A text that the store will never take, since its unit is no longer in the article. */
  homeless(text: Unsaved): void;
}

interface Step {
  method: 'review.save' | 'review.confirm';
  unit: Unit;
  text: string;
  visit: string;
}

/** The store's word for a unit that another window has cut, aligned or undone away: no later attempt can succeed. */
const RETIRED = 'unit.unknown';

/** How long the typing must rest before it is saved. */
export const REST_MS = 300;

/** A full disk or a locked library may be free again: what was refused is offered again after so long. */
export const RETRY_MS = 5000;

/**
 * Brings what is typed to the store, one call at a time and in order.
 *
 * One at a time, because calls are sent again after a lost connection: only the newest can then be repeated,
 * and a repeated save of one visit changes nothing.
 */
export class Saver {
  readonly #call: SaveCall;
  readonly #events: SaverEvents;
  readonly #listeners = new Set<() => void>();
  readonly #queue: Step[] = [];
  #typing: Step | null = null;
  #running: Step | null = null;
  /** Steps that the store refused, by unit; tried again with the next save, or after a while. */
  readonly #refused = new Map<number, Step>();
  #drained: Promise<void> | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #connected = true;
  #wasInTrouble = false;
  #outcome: SaveStatus = { kind: 'quiet' };
  #failure = '';
  #status: SaveStatus = this.#outcome;

  constructor(call: SaveCall, events: SaverEvents) {
    this.#call = call;
    this.#events = events;
  }

  /** Takes the unit's text after a key; it is saved when the typing rests. */
  type(unit: Unit, text: string, visit: string): void {
    if (this.#typing && this.#typing.unit.id !== unit.id) this.#take();
    this.#typing = { method: 'review.save', unit, text, visit };
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.flush(), REST_MS);
    this.#tell();
  }

  /** Saves the text and approves it. */
  confirm(unit: Unit, text: string, visit: string): void {
    if (this.#typing?.unit.id === unit.id) this.#typing = null;
    else this.#take();
    this.#enqueue({ method: 'review.confirm', unit, text, visit });
    void this.#run();
  }

  /** Sends now what was typed; resolves with whether the store has acknowledged everything, or refused something. */
  async flush(): Promise<boolean> {
    this.#take();
    clearTimeout(this.#retry);
    this.#queue.unshift(...this.#refused.values());
    this.#refused.clear();
    void this.#run();
    await this.#drained;
    return this.#refused.size === 0;
  }

  /**
   * Sends now what was typed, for what must not go on without it.
   * @throws Error with the store's reason when it refuses
   */
  async allSaved(): Promise<void> {
    if (!(await this.flush())) throw new Error(`Not everything is saved. ${this.#failure}`);
  }

  /** Whether text would be lost if the window closed now: it was refused, or there is nobody to send it to. */
  isAtRisk(): boolean {
    return this.pending().size > 0 && (!this.#connected || this.#outcome.kind === 'failed');
  }

  /** Ids of the units whose text here is newer than the store's. */
  pending(): Set<number> {
    return new Set(this.#steps().map(({ unit }) => unit.id));
  }

  /** Those texts. */
  unsaved(): Unsaved[] {
    const newest = new Map(this.#steps().map((step) => [step.unit.id, step]));
    return [...newest.values()].map(unsavedOf);
  }

  /** The same units with the texts that are still on their way. */
  overlay(units: Unit[]): Unit[] {
    const newest = new Map<number, Unit>();
    for (const step of this.#steps()) if (step !== this.#typing) newest.set(step.unit.id, shown(step));
    return newest.size === 0
      ? units
      : units.map((unit) => {
          const mine = newest.get(unit.id);
          return mine ? { ...unit, target: mine.target, state: mine.state } : unit;
        });
  }

  connectionChanged(connected: boolean): void {
    this.#connected = connected;
    this.#tell();
  }

  status = (): SaveStatus => this.#status;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** In the order of the work. */
  #steps(): Step[] {
    const steps = [...this.#refused.values(), this.#running, ...this.#queue, this.#typing];
    return steps.filter((step) => step !== null);
  }

  #take(): void {
    clearTimeout(this.#rest);
    if (!this.#typing) return;
    const step = this.#typing;
    this.#typing = null;
    this.#enqueue(step);
  }

  #enqueue(step: Step): void {
    const { id, article } = step.unit;
    this.#refused.delete(id);
    const last = this.#queue.at(-1);
    // A save that has not left yet is overtaken by what follows it in the same unit.
    if (last?.method === 'review.save' && last.unit.id === id) this.#queue.pop();
    this.#queue.push(step);
    this.#events.typed(article, shown(step));
    this.#tell();
  }

  async #run(): Promise<void> {
    if (this.#running || this.#queue.length === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#drained = promise;
    for (let step = this.#queue.shift(); step; step = this.#queue.shift()) {
      this.#running = step;
      this.#tell();
      await this.#store(step);
    }
    this.#drained = null;
    if (this.#refused.size > 0) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.flush(), RETRY_MS);
    }
    this.#tell();
    resolve();
  }

  async #store(step: Step): Promise<void> {
    const { unit, text, visit } = step;
    try {
      const changed = await this.#call(step.method, { unit: unit.id, target: text, visit });
      this.#running = null;
      this.#outcome = this.#refused.size > 0 ? this.#failed() : this.#saved();
      this.#events.stored(unit.article, changed);
    } catch (error) {
      this.#running = null;
      this.#failure = error instanceof Error ? error.message : String(error);
      this.#outcome = this.#failed();
      const isNewest =
        this.#typing?.unit.id !== unit.id && !this.#queue.some((later) => later.unit.id === unit.id);
      if (!isNewest) return;
      const isRetired = error instanceof Error && 'code' in error && error.code === RETIRED;
      if (!isRetired) this.#refused.set(unit.id, step);
      else if (text !== '') this.#events.homeless(unsavedOf(step));
    }
  }

  #saved(): SaveStatus {
    const isRecovery = this.#wasInTrouble;
    this.#wasInTrouble = false;
    return { kind: 'saved', at: new Date(), isRecovery };
  }

  #failed = (): SaveStatus => ({ kind: 'failed', message: this.#failure });

  #tell(): void {
    const idle = !this.#typing && !this.#running && this.#queue.length === 0;
    if (!idle && !this.#connected) this.#status = { kind: 'waiting' };
    // A failure stands until a save succeeds: another attempt is no news.
    else if (idle || this.#outcome.kind === 'failed') this.#status = this.#outcome;
    else if (this.#status.kind !== 'saving') this.#status = { kind: 'saving' };
    if (this.#status.kind === 'failed' || this.#status.kind === 'waiting') this.#wasInTrouble = true;
    for (const listener of this.#listeners) listener();
  }
}

const unsavedOf = ({ unit, text }: Step): Unsaved => ({
  article: unit.article,
  unit: unit.id,
  source: unit.source,
  text,
});

function shown({ method, unit, text }: Step): Unit {
  if (method === 'review.confirm') return { ...unit, target: text, state: 'approved' };
  return { ...unit, target: text, state: text === unit.target ? unit.state : editedState(unit, text) };
}
