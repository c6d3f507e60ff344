/** Over so long a speed is measured: long enough to be steady, short enough to tell that a line has become slow. */
const WINDOW_MS = 8000;
const LEAST_MS = 1000;

/** How fast bytes come. */
export class Rate {
  readonly #now: () => number;
  #samples: { at: number; bytes: number }[] = [];

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Says how many bytes there are by now. */
  reached(bytes: number): void {
    const at = this.#now();
    const last = this.#samples.at(-1);
    // Begun anew, or going on with what was there: no speed can be told from that jump.
    if (last && bytes < last.bytes) this.#samples = [];
    if (last && at - last.at < 100) last.bytes = bytes;
    else this.#samples.push({ at, bytes });
    while ((this.#samples[0]?.at ?? at) < at - WINDOW_MS) this.#samples.shift();
  }

  /** Bytes a second, or null when it is too early to say. */
  perSecond(): number | null {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < LEAST_MS) return null;
    return Math.round(((last.bytes - first.bytes) / (last.at - first.at)) * 1000);
  }
}
