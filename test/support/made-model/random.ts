/** Random numbers that are the same in every run (xorshift, Marsaglia 2003), fast enough for tens of millions of weights. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761 || 1;
  }

  /** 32 random bits. */
  bits(): number {
    let x = this.#state | 0;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x >>> 0;
  }

  /** From 0 to below `end`. */
  below(end: number): number {
    return this.bits() % end;
  }

  /** From 0 to below 1. */
  share(): number {
    return this.bits() / 2 ** 32;
  }

  /** Whole numbers from −`most` to `most`. */
  int8s(count: number, most: number): Int8Array {
    return Int8Array.from({ length: count }, () => this.below(2 * most + 1) - most);
  }

  floats(count: number, most: number): Float32Array {
    return Float32Array.from({ length: count }, () => (2 * this.share() - 1) * most);
  }
}
