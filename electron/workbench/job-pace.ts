/** How far back one looks (ms): long enough for sentences of all lengths, short enough to follow a busy machine. */
const WINDOW_MS = 30_000;
/** Sooner nothing can be said. */
const LEAST_MS = 2_000;

interface Sample {
  at: number;
  words: number;
}

/** How quickly the engine translates, from what it has delivered lately; pauses do not count. */
export class JobPace {
  #samples: Sample[] = [];

  /** The engine begins anew, after a pause or with another model: what it did before tells nothing. */
  restart(): void {
    this.#samples = [];
  }

  /** @param words of the source @param at when they were delivered (ms) */
  add(words: number, at: number): void {
    this.#samples.push({ at, words });
    while ((this.#samples[0]?.at ?? at) < at - WINDOW_MS) this.#samples.shift();
  }

  /** Source words a second, or null as long as it cannot be told. */
  get wordsPerSecond(): number | null {
    const [first, ...rest] = this.#samples;
    const last = rest.at(-1);
    // The first words tell when the window begins, not how long they took.
    if (!first || !last || last.at - first.at < LEAST_MS) return null;
    return (1000 * rest.reduce((sum, { words }) => sum + words, 0)) / (last.at - first.at);
  }
}
