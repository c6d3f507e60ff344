/**
 * Finding out which layout is the fastest on this machine, with sentences that are to be translated anyway.
 *
 * Each candidate does a stretch of a request: a sentence for each process to load and to warm up, then a batch for
 * each process at the same time, which is measured. Every translation is delivered; only the loading is extra.
 */
import { USUAL_BATCH } from '../../models/translation/translator.ts';
import type { Layout } from './layout.ts';

export interface Measurement {
  layout: Layout;
  /** Of the source, blanks not counted: words would be told by blanks, which not every language has. */
  lettersPerSecond: number;
}

/** Sentences that a candidate with this many processes takes: a batch each is measured, the speed of one is the speed of many. */
export const sentencesFor = ({ processes }: Layout): number => processes * (1 + USUAL_BATCH);

/** With fewer sentences before it a request is sooner done with any layout than the best is found. */
export const LEAST_SENTENCES = 64;

/** Every process costs the memory of a model: it must gain more than measuring errs. */
const LEAST_GAIN = 1.05;

/**
 * The fastest layout; the one with fewer processes where they are about equal.
 * @param measurements at least one
 */
export function fastest(measurements: readonly Measurement[]): Layout {
  const byProcesses = measurements.toSorted((a, b) => a.layout.processes - b.layout.processes);
  return byProcesses.reduce((best, next) =>
    next.lettersPerSecond > best.lettersPerSecond * LEAST_GAIN ? next : best,
  ).layout;
}

/** One candidate at work. */
export class Stretch {
  readonly layout: Layout;
  readonly #now: () => number;
  readonly #letters: number;
  /** First the warm-up, then what is measured: in each a chunk for every process. */
  readonly #phases: number[][][];
  #out = 0;
  #startedAt = 0;

  /**
   * @param waiting sentences to take from, at least `sentencesFor(layout)`
   * @param now a clock in milliseconds
   */
  constructor(
    layout: Layout,
    sentences: readonly string[],
    waiting: readonly number[],
    now: () => number = () => performance.now(),
  ) {
    const letters = (index: number): number => lettersOf(sentences[index] ?? '');
    const { processes } = layout;
    const measured = middling(waiting.slice(processes), USUAL_BATCH * processes, letters);
    this.layout = layout;
    this.#now = now;
    this.#letters = measured.reduce((sum, index) => sum + letters(index), 0);
    this.#phases = [dealt(waiting.slice(0, processes), processes), dealt(measured, processes)];
  }

  /** The chunks to hand out now, each to a process of its own; none while any is out. */
  next(): number[][] {
    const chunks = this.#out > 0 ? [] : (this.#phases.shift() ?? []);
    this.#out += chunks.length;
    if (chunks.length > 0) this.#startedAt = this.#now();
    return chunks;
  }

  /** A chunk is done. @returns the measurement, when it was the last one */
  finished(): Measurement | null {
    this.#out--;
    if (this.#out > 0 || this.#phases.length > 0) return null;
    const seconds = Math.max(1, this.#now() - this.#startedAt) / 1000;
    return { layout: this.layout, lettersPerSecond: this.#letters / seconds };
  }
}

/** The `count` sentences nearest to the middle in length: a very long one would measure itself, not the layout. */
function middling(indices: readonly number[], count: number, letters: (index: number) => number): number[] {
  const sorted = indices.toSorted((a, b) => letters(a) - letters(b));
  const start = Math.floor((sorted.length - count) / 2);
  return sorted.slice(start, start + count);
}

/** Dealt out like cards, so that of sorted sentences everyone gets as much. */
const dealt = (indices: readonly number[], hands: number): number[][] =>
  Array.from({ length: hands }, (_, hand) => indices.filter((_index, place) => place % hands === hand));

const lettersOf = (text: string): number => text.replaceAll(/\s+/gu, '').length;
