import { addLink, type WordLinks } from '../links.ts';
import type { ProbableBead } from '../pass.ts';
import type { WordPairs } from '../types.ts';
import { weights } from '../weights.ts';

/** Words are counted by so many of their first letters: a short text holds few forms of a word twice. */
const stem = 5;

/** The words of a translation memory or glossary that the caller knows. */
export function knownLexicon(pairs: WordPairs | undefined): WordLinks {
  const links: WordLinks = new Map();
  for (const [source, answers] of pairs ?? []) {
    for (const target of answers)
      addLink(links, source.toLowerCase(), target.toLowerCase(), weights.lexicon.known);
  }
  return links;
}

/**
 * A bilingual lexicon from a first alignment of the same text (hunalign's second pass, Varga et al. 2005): words that stand in the
 * same beads more often than chance would have it, by the log likelihood ratio of Dunning 1993.
 *
 * Counting goes source word by source word, over one array of counters: memory stays that of the text.
 */
export function inducedLexicon(
  beads: readonly ProbableBead[],
  sourceWords: readonly ReadonlySet<string>[],
  targetWords: readonly ReadonlySet<string>[],
): WordLinks {
  const source = stemsIn(beads.map((bead) => wordsIn(bead.source, sourceWords)));
  const target = stemsIn(beads.map((bead) => wordsIn(bead.target, targetWords)));
  const total = beads.length;
  const links: WordLinks = new Map();
  const together = new Float64Array(target.forms.length);
  source.forms.forEach((forms, s) => {
    const own = source.beads[s] ?? [];
    if (own.length < 2) return;
    const touched: number[] = [];
    for (const bead of own) {
      for (const t of target.inBead[bead] ?? []) {
        if (together[t] === 0) touched.push(t);
        together[t] = (together[t] ?? 0) + (beads[bead]?.probability ?? 0);
      }
    }
    for (const t of touched) {
      const both = together[t] ?? 0;
      together[t] = 0;
      const other = target.beads[t]?.length ?? 0;
      const rate = both / (own.length + weights.lexicon.doubt);
      const back = both / (other + weights.lexicon.doubt);
      if (both < 1.5 || Math.max(rate, back) < weights.lexicon.rate) continue;
      if (association(both, own.length, other, total) < weights.lexicon.association) continue;
      for (const form of forms)
        for (const answer of target.forms[t] ?? []) addLink(links, form, answer, Math.min(rate, 0.9));
    }
  });
  return links;
}

const wordsIn = (sentences: readonly number[], words: readonly ReadonlySet<string>[]): Set<string> =>
  new Set(sentences.flatMap((sentence) => [...(words[sentence] ?? [])]));

interface Stems {
  /** The words that begin so. */
  forms: string[][];
  /** The beads that hold one of them. */
  beads: number[][];
  /** For each bead its stems. */
  inBead: number[][];
}

function stemsIn(beads: readonly ReadonlySet<string>[]): Stems {
  const ids = new Map<string, number>();
  const forms: Set<string>[] = [];
  const holders: number[][] = [];
  const inBead = beads.map((words, bead) => {
    const found = new Set<number>();
    for (const word of words) {
      const key = word.slice(0, stem);
      const id = ids.get(key) ?? ids.size;
      if (id === ids.size) {
        ids.set(key, id);
        forms.push(new Set());
        holders.push([]);
      }
      forms[id]?.add(word);
      if (!found.has(id)) holders[id]?.push(bead);
      found.add(id);
    }
    return [...found];
  });
  return { forms: forms.map((set) => [...set]), beads: holders, inBead };
}

/** Dunning's G² for two words that stand in `a` and `b` of `total` beads, and in `both` together; 0 when that is below chance. */
function association(both: number, a: number, b: number, total: number): number {
  if (both * total <= a * b) return 0;
  const rest = total - a - b + both;
  return (
    2 *
    (term(both, (a * b) / total) +
      term(a - both, (a * (total - b)) / total) +
      term(b - both, ((total - a) * b) / total) +
      term(rest, ((total - a) * (total - b)) / total))
  );
}

const term = (observed: number, expectation: number): number =>
  observed <= 0 ? 0 : observed * Math.log(observed / expectation);
