import { inBrief, type Finding } from './finding.ts';
import type { Side } from './side.ts';
import type { Word } from './words.ts';

/** The longest phrase that is looked for twice in a row, in words. */
const longestPhrase = 12;
/** A phrase of so many words that comes again further on is no accident of grammar. */
const farPhrase = 6;
/** An original that says so many words twice has a reason to. */
const farOriginal = 2;

/** Words that a writer doubles on purpose, or that grammar does. */
const doubled = new Set(
  'that had very no yes so ha bye many more now well long far again really much never is do was her it in on'.split(
    ' ',
  ),
);

const cost = { word: 2.2, phrase: 4, far: 2.4 };

/** A phrase that comes twice in a row, as networks that lose the thread do, unless the original repeats itself too. */
export function repetition(source: Side, target: Side): Finding[] {
  const found = repeatedAtOnce(target.words) ?? repeatedFurtherOn(target.words, farPhrase);
  if (found === null || repeatedAtOnce(source.words) !== null) return [];
  if (found.isFar && repeatedFurtherOn(source.words, farOriginal) !== null) return [];
  const { phrase, isFar } = found;
  const penalty = isFar ? cost.far : phrase.length === 1 ? cost.word : cost.phrase;
  return [{ code: 'repetition', penalty, message: `The translation repeats “${shown(phrase)}”` }];
}

interface Repeated {
  phrase: readonly Word[];
  /** Not at once, but further on. */
  isFar: boolean;
}

/** In time that grows with the words: for each length of phrase, how many words in a row equal those that far before them. */
function repeatedAtOnce(words: readonly Word[]): Repeated | null {
  for (let length = longestPhrase; length >= 1; length--) {
    let equal = 0;
    for (let at = length; at < words.length; at++) {
      equal = words[at]?.lower === words[at - length]?.lower ? equal + 1 : 0;
      if (equal < length) continue;
      const start = at + 1 - length;
      if (isMeant(words.slice(start, at + 1))) continue;
      return { phrase: words.slice(start, at + 1), isFar: false };
    }
  }
  return null;
}

/** Whether a copy of a phrase, beginning with its `gap`, may be the writer's wish. */
function isMeant(copy: readonly Word[]): boolean {
  const [first] = copy;
  if (first === undefined) return true;
  // "Years and years", "step by step": only what stands quite alone is doubled by mistake.
  if (copy.length === 1) return first.gap.trim() !== '' || doubled.has(first.lower);
  return copy.length < 3 && /[.!?\d]/.test(first.gap);
}

function repeatedFurtherOn(words: readonly Word[], length: number): Repeated | null {
  const seen = new Set<string>();
  for (let at = length; at <= words.length; at++) {
    const phrase = words.slice(at - length, at);
    const key = phrase.map(({ lower }) => lower).join(' ');
    if (seen.has(key)) return { phrase, isFar: true };
    seen.add(key);
  }
  return null;
}

/** As an editor reads it, not longer than a line. */
const shown = (phrase: readonly Word[]): string => {
  const text = phrase.slice(0, 8).map(({ text: word }) => inBrief(word));
  return phrase.length > text.length ? `${text.join(' ')} …` : text.join(' ');
};
