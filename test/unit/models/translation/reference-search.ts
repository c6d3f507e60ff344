/**
 * Greedy and beam search as plainly as they can be written, to compare the real ones with: one sentence at a time, no cache,
 * every hypothesis thought through anew from its beginning. Neither limits nor loops: they are left to examples.
 */

/** Log-probabilities of every next token after these (prefix included). */
export type Next = (tokens: readonly number[]) => Promise<readonly number[]>;

export interface Found {
  /** Without prefix and end mark. */
  tokens: number[];
  /** End mark included. */
  logProbs: number[];
}

export async function referenceGreedy(next: Next, prefix: readonly number[], end: number): Promise<Found> {
  const found: Found = { tokens: [], logProbs: [] };
  for (;;) {
    const logProbs = await next([...prefix, ...found.tokens]);
    const best = logProbs.indexOf(Math.max(...logProbs));
    found.logProbs.push(logProbs[best]!);
    if (best === end) return found;
    found.tokens.push(best);
  }
}

/**
 * Every continuation of every live hypothesis is written down and sorted; the best `width` go on, less one for each that
 * has ended. Of those that have ended the best score by length^α wins.
 */
export async function referenceBeam(
  next: Next,
  prefix: readonly number[],
  end: number,
  width: number,
  alpha: number,
): Promise<Found> {
  let live: Found[] = [{ tokens: [], logProbs: [] }];
  const done: Found[] = [];
  while (live.length > 0) {
    const all: Found[] = [];
    for (const { tokens, logProbs } of live) {
      const scores = await next([...prefix, ...tokens]);
      scores.forEach((logProb, token) =>
        all.push({ tokens: [...tokens, token], logProbs: [...logProbs, logProb] }),
      );
    }
    const best = all.toSorted((a, b) => sum(b.logProbs) - sum(a.logProbs)).slice(0, width - done.length);
    done.push(...best.filter(({ tokens }) => tokens.at(-1) === end));
    live = best.filter(({ tokens }) => tokens.at(-1) !== end);
  }
  const normalised = ({ logProbs }: Found) => sum(logProbs) / logProbs.length ** alpha;
  const winner = done.toSorted((a, b) => normalised(b) - normalised(a))[0]!;
  return { ...winner, tokens: winner.tokens.slice(0, -1) };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
