/** Something to measure; `units` of work (characters, sentences, …) is what one call does. */
export interface Contender {
  name: string;
  units: number;
  run: () => unknown;
}

/** Long enough that a single hiccup does not decide, short enough to be patient with. */
const ROUNDS = 5;

/**
 * Runs all contenders in turn, several rounds, and prints each one's speed, and as a ratio to the last one's.
 * The best round counts: noise only ever slows down.
 * @param unit what is counted, e.g. `MB`
 * @param perUnit how many of a contender's units are one of these
 */
export async function sideBySide(contenders: readonly Contender[], unit: string, perUnit = 1): Promise<void> {
  const bestMs = contenders.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const start = performance.now();
      await run();
      bestMs[index] = Math.min(bestMs[index] ?? Infinity, performance.now() - start);
    }
  }
  const speeds = contenders.map(({ units }, index) => units / perUnit / ((bestMs[index] ?? 1) / 1000));
  const base = speeds.at(-1) ?? 1;
  for (const [index, { name }] of contenders.entries()) {
    const speed = speeds[index] ?? 0;
    console.log(
      `${name.padEnd(28)} ${speed.toFixed(speed < 10 ? 2 : 0).padStart(9)} ${unit}/s  ${(speed / base).toFixed(2).padStart(7)} ×`,
    );
  }
}
