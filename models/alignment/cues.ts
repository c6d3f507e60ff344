/**
 * Cues: the common currency of all signals that look at what a sentence says.
 *
 * A cue is something in one sentence (a number, a name, a word, a question mark) that a translation is expected to answer, with
 * the sentences of the other text that do. Its evidence is a likelihood ratio. If the sentence and a stretch of m sentences
 * translate each other, the cue is answered there with probability `rate`; if they do not, with the probability
 * q = 1 − (1 − f)^m^b that m neighbouring sentences happen to hold an answer, f being the share of the other text's sentences that do.
 * So rare answers weigh much and common ones little (what "idf" does elsewhere), a longer stretch must earn its length, and what
 * is missing counts against a pair as far as it was to be expected.
 */
export interface Cue {
  /** Sentences of the other text that answer it, rising. */
  hits: readonly number[];
  /** Probability that a translation answers it, below 1. */
  rate: number;
  /** How many of its kind one independent piece of evidence takes: 1 = it stands for itself, 0.5 = half a piece. */
  weight: number;
}

/** For each sentence of a text its cues. */
export type SideCues = Cue[][];

/** The cues of both texts: a signal looks from the source to the target and back. */
export interface Cues {
  source: SideCues;
  target: SideCues;
}

/**
 * m neighbouring sentences are not m random ones: what one of them says the next repeats (Church & Gale 1995), so together they
 * hold a given answer less often than m strangers would. 1 would take them for strangers; measured: 0.7 against 1 brings
 * hand-aligned literary text from .870 to .885 (strict F1; with machine translation .882 to .897), news from .977 to .970.
 */
const burst = 0.7;

/** The gain in log odds (nats) when a stretch of `length` sentences answers the cue, and when it does not. */
export function cueOdds(cue: Cue, length: number, sentences: number): { answered: number; missing: number } {
  // Half a hit more than were seen, since what occurs once may occur again; and ten sentences more, since in a text of five
  // what one of them says is not said in every fifth sentence of the language.
  const share = Math.min((cue.hits.length + 0.5) / (sentences + 10), 0.999);
  const chance = 1 - (1 - share) ** (length ** burst);
  // Where chance alone answers more often than a translation would, an answer is no news.
  if (chance >= cue.rate) return { answered: 0, missing: 0 };
  return {
    answered: cue.weight * Math.log(cue.rate / chance),
    missing: cue.weight * Math.log((1 - cue.rate) / (1 - chance)),
  };
}

/**
 * Cues from keys that mean the same in both texts (numbers by value, punctuation by function, words of the same language).
 * @param rate probability that a translation holds the key too
 * @param weight see `Cue`
 */
export function sharedKeys(
  source: readonly ReadonlySet<string>[],
  target: readonly ReadonlySet<string>[],
  rate: (key: string) => number,
  weight = 1,
): Cues {
  const inSource = postings(source);
  const inTarget = postings(target);
  const look = (side: readonly ReadonlySet<string>[], own: Postings, other: Postings): SideCues =>
    side.map((keys) =>
      [...keys].map((key) => {
        const hits = other.get(key) ?? [];
        return { hits, rate: expected(rate(key), own.get(key)?.length ?? 1, hits.length), weight };
      }),
    );
  return { source: look(source, inSource, inTarget), target: look(target, inTarget, inSource) };
}

/** What stands in n sentences of one text and in m < n of the other cannot have been kept in more than m of n. */
export const expected = (rate: number, own: number, answers: number): number =>
  rate * Math.min(1, (answers + 0.5) / own);

export type Postings = Map<string, number[]>;

/** For each key the sentences that hold it, rising. */
export function postings(side: readonly Iterable<string>[]): Postings {
  const found: Postings = new Map();
  side.forEach((keys, sentence) => {
    for (const key of keys) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [sentence]);
      else if (list.at(-1) !== sentence) list.push(sentence);
    }
  });
  return found;
}

/** The cues of several signals together. */
export const joinCues = (all: readonly Cues[]): Cues => ({
  source: concatenate(all.map((cues) => cues.source)),
  target: concatenate(all.map((cues) => cues.target)),
});

const concatenate = (sides: readonly SideCues[]): SideCues =>
  (sides[0] ?? []).map((_, sentence) => sides.flatMap((side) => side[sentence] ?? []));
