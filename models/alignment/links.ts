import { expected, postings, type Cue, type Cues, type Postings, type SideCues } from './cues.ts';

/** Which words of the target may translate a word of the source (both in small letters), and how likely each is to do so. */
export type WordLinks = Map<string, Map<string, number>>;

export function addLink(links: WordLinks, source: string, target: string, rate: number): void {
  const answers = links.get(source) ?? new Map<string, number>();
  answers.set(target, Math.max(answers.get(target) ?? 0, rate));
  links.set(source, answers);
}

export function joinLinks(tables: readonly WordLinks[]): WordLinks {
  const joined: WordLinks = new Map();
  for (const links of tables) {
    for (const [source, answers] of links) {
      for (const [target, rate] of answers) addLink(joined, source, target, rate);
    }
  }
  return joined;
}

/** The same links read from the target. */
export function reversed(links: WordLinks): WordLinks {
  const back: WordLinks = new Map();
  for (const [source, answers] of links) {
    for (const [target, rate] of answers) addLink(back, target, source, rate);
  }
  return back;
}

/**
 * One cue for each different word of a sentence that has links, answered wherever one of its links stands.
 * All word signals share one table of links, so that a word is never counted twice for being a name and in the lexicon too.
 * @param source words of each source sentence, in small letters
 */
export function wordCues(
  source: readonly ReadonlySet<string>[],
  target: readonly ReadonlySet<string>[],
  links: WordLinks,
  weight: number,
): Cues {
  const inSource = postings(source);
  const inTarget = postings(target);
  return {
    source: look(source, inSource, inTarget, links, weight),
    target: look(target, inTarget, inSource, reversed(links), weight),
  };
}

function look(
  side: readonly ReadonlySet<string>[],
  own: Postings,
  other: Postings,
  links: WordLinks,
  weight: number,
): SideCues {
  const known = new Map<string, Cue>();
  for (const [word, answers] of links) {
    const hits = merged([...answers.keys()].map((answer) => other.get(answer) ?? []));
    const rate = Math.max(...answers.values());
    known.set(word, { hits, rate: expected(rate, own.get(word)?.length ?? 1, hits.length), weight });
  }
  return side.map((words) =>
    [...words].flatMap((word) => {
      const cue = known.get(word);
      return cue === undefined ? [] : [cue];
    }),
  );
}

const merged = (lists: readonly (readonly number[])[]): number[] =>
  lists.length === 1 ? [...(lists[0] ?? [])] : [...new Set(lists.flat())].toSorted((a, b) => a - b);
