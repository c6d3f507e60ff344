import { cueOdds, type SideCues } from './cues.ts';

/** A source and a target sentence that very likely belong together. */
export interface Anchor {
  i: number;
  j: number;
}

/** A cue that more sentences answer says little about where one is. */
const mostHits = 8;
/** Pairs below this evidence (nats) are not looked at: a name that occurs twice somewhere is not enough. */
const least = 3;
/** So many best pairs of a source sentence may enter the chain. */
const pairsEach = 4;

/** Among k random pairs the longest chain has about 2√k (Logan & Shepp 1977): one hardly longer is made of chance. */
const meaningful = 3;

/**
 * The chain of pairs, rising on both sides, with the most evidence from rare cues: the skeleton that the search's band is laid
 * around. It is found over the whole text at once in O(k log k) for k pairs, so a chapter that is missing on one side leads nowhere
 * astray (points of correspondence, as Melamed 1999 maps them).
 * Empty when the pairs there are form no better chain than chance would.
 *
 * @param cues of the source's sentences
 * @param sentences number of target sentences
 */
export function anchorChain(cues: SideCues, sentences: number): Anchor[] {
  const pairs = cues.flatMap((own, i) =>
    strongest(own, sentences).map(([j, odds]) => ({ i, j, odds, best: 0, before: -1 })),
  );
  // Within a row from right to left, so that a row's pairs do not follow one another.
  pairs.sort((a, b) => a.i - b.i || b.j - a.j);
  const ends = new PrefixMaximum(sentences);
  pairs.forEach((pair, index) => {
    pair.before = ends.upTo(pair.j);
    pair.best = pair.odds + (pairs[pair.before]?.best ?? 0);
    ends.add(pair.j + 1, index, pair.best);
  });
  const chain: Anchor[] = [];
  for (let at = ends.upTo(sentences); at >= 0; at = pairs[at]?.before ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push({ i: pair.i, j: pair.j });
  }
  return chain.length < meaningful * Math.sqrt(pairs.length) ? [] : chain.toReversed();
}

/** Target sentences with the evidence above `least` that a source sentence's rare cues give them. */
function strongest(own: SideCues[number], sentences: number): [number, number][] {
  const sums = new Map<number, number>();
  for (const cue of own) {
    if (cue.hits.length > mostHits) continue;
    const { answered } = cueOdds(cue, 1, sentences);
    for (const hit of cue.hits) sums.set(hit, (sums.get(hit) ?? 0) + answered);
  }
  return [...sums]
    .map(([j, odds]): [number, number] => [j, odds - least])
    .filter(([, odds]) => odds > 0)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, pairsEach);
}

/** The best item among those with a position up to a given one (Fenwick 1994, for maxima). */
class PrefixMaximum {
  readonly #items: Int32Array;
  readonly #values: Float64Array;

  constructor(size: number) {
    this.#items = new Int32Array(size + 1).fill(-1);
    this.#values = new Float64Array(size + 1);
  }

  /** @param position from 1 */
  add(position: number, item: number, value: number): void {
    for (let at = position; at < this.#items.length; at += at & -at) {
      if (value <= (this.#values[at] ?? 0)) continue;
      this.#values[at] = value;
      this.#items[at] = item;
    }
  }

  /** The best item at positions 1 … `position`, −1 when there is none. */
  upTo(position: number): number {
    let best = -1;
    let value = 0;
    for (let at = position; at > 0; at -= at & -at) {
      if ((this.#values[at] ?? 0) <= value) continue;
      value = this.#values[at] ?? 0;
      best = this.#items[at] ?? -1;
    }
    return best;
  }
}
