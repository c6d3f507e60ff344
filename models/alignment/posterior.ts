import type { Band } from './band.ts';
import { beadKinds } from './kinds.ts';

const kindCount = beadKinds.length;

/** Log sums over the ways to a cell (or from it to the end), by what kind of bead came last: one with two sides, or a gap. */
interface WaySums {
  pair: Float64Array;
  gap: Float64Array;
}

/**
 * The probability of each single bead, given both texts: the share of all alignments in the band, each weighed by its odds, that
 * hold the bead (forward and backward sums; Rabiner 1989). After a gap another is likelier than after a pair, so that a block that
 * was left out costs little more than its first sentence.
 */
export class BeadPosterior {
  readonly #band: Band;
  readonly #odds: Float32Array;
  readonly #temperature: number;
  readonly #forward: WaySums;
  readonly #backward: WaySums;

  /**
   * @param odds as `beadOdds` gives them
   * @param temperature below 1: all evidence counts for less, the answers are less sure of themselves
   */
  constructor(band: Band, odds: Float32Array, temperature = 1) {
    this.#band = band;
    this.#odds = odds;
    this.#temperature = temperature;
    this.#forward = this.#sumForward();
    this.#backward = this.#sumBackward();
  }

  /** Of the bead of a kind (index in `beadKinds`) that begins at boundaries (i, j); 0 when it would leave the band. */
  of(i: number, j: number, kind: number): number {
    const step = beadKinds[kind];
    const cell = (this.#band.offset[i] ?? 0) + j;
    const odds = this.#odds[cell * kindCount + kind] ?? -Infinity;
    if (step === undefined || odds === -Infinity) return 0;
    const before = logSum(
      (this.#forward.pair[cell] ?? -Infinity) + this.#temperature * step.afterPair,
      (this.#forward.gap[cell] ?? -Infinity) + this.#temperature * step.afterGap,
    );
    const end = (this.#band.offset[i + step.source] ?? 0) + j + step.target;
    const after = (step.isGap ? this.#backward.gap : this.#backward.pair)[end] ?? -Infinity;
    return Math.exp(before + this.#temperature * odds + after - (this.#backward.pair[0] ?? 0));
  }

  #sumForward(): WaySums {
    const { pair, gap } = this.#nothing();
    pair[0] = 0;
    for (let i = 0; i < this.#band.low.length; i++) {
      for (let j = this.#band.low[i] ?? 0; j <= (this.#band.high[i] ?? 0); j++) {
        const cell = (this.#band.offset[i] ?? 0) + j;
        const afterPair = pair[cell] ?? -Infinity;
        const afterGap = gap[cell] ?? -Infinity;
        this.#forEachStep(i, j, cell, (step, odds, end) => {
          const sum = logSum(
            afterPair + this.#temperature * step.afterPair,
            afterGap + this.#temperature * step.afterGap,
          );
          const into = step.isGap ? gap : pair;
          into[end] = logSum(into[end] ?? -Infinity, sum + this.#temperature * odds);
        });
      }
    }
    return { pair, gap };
  }

  #sumBackward(): WaySums {
    const { pair, gap } = this.#nothing();
    pair[this.#band.cells - 1] = 0;
    gap[this.#band.cells - 1] = 0;
    for (let i = this.#band.low.length - 1; i >= 0; i--) {
      for (let j = this.#band.high[i] ?? 0; j >= (this.#band.low[i] ?? 0); j--) {
        const cell = (this.#band.offset[i] ?? 0) + j;
        this.#forEachStep(i, j, cell, (step, odds, end) => {
          const rest = this.#temperature * odds + ((step.isGap ? gap : pair)[end] ?? -Infinity);
          pair[cell] = logSum(pair[cell] ?? -Infinity, rest + this.#temperature * step.afterPair);
          gap[cell] = logSum(gap[cell] ?? -Infinity, rest + this.#temperature * step.afterGap);
        });
      }
    }
    return { pair, gap };
  }

  #forEachStep(
    i: number,
    j: number,
    cell: number,
    visit: (step: (typeof beadKinds)[number], odds: number, end: number) => void,
  ): void {
    beadKinds.forEach((step, kind) => {
      const odds = this.#odds[cell * kindCount + kind] ?? -Infinity;
      if (odds !== -Infinity) visit(step, odds, (this.#band.offset[i + step.source] ?? 0) + j + step.target);
    });
  }

  #nothing(): WaySums {
    const empty = () => new Float64Array(this.#band.cells).fill(-Infinity);
    return { pair: empty(), gap: empty() };
  }
}

/** log(exp a + exp b) without overflow. */
function logSum(a: number, b: number): number {
  if (a < b) return b + Math.log1p(Math.exp(a - b));
  return a === -Infinity ? a : a + Math.log1p(Math.exp(b - a));
}
