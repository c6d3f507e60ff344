import { addLink, type WordLinks } from '../links.ts';
import { romanise } from '../romanise.ts';

/** Words shorter than this look alike by chance. */
const shortest = 4;
/** Below this likeness two words are not compared further. */
const alike = 0.7;
/** Likelihoods below this are noise. */
const leastRate = 0.1;
/** The likelihoods were measured on texts with at least so many different words. */
const fewestWords = 200;
/** Of the words alike to a word only those count that are nearly as likely as the best. */
const nearlyBest = 0.5;

/**
 * Words of the two texts that look alike once script, marks and spelling habits are taken off: names above all, and
 * international words ("agresijo", "aggression"). The idea is Simard, Foster & Isabelle 1992 (cognates as points of
 * correspondence); the measure is an edit distance over folded spellings in which vowels change cheaply, and endings more cheaply
 * still, since languages that inflect put theirs on foreign names too ("Vladivostoku", "Phenianit").
 *
 * Only words that begin alike are compared, so that a book's vocabulary takes seconds.
 */
export function cognates(source: ReadonlySet<string>, target: ReadonlySet<string>): WordLinks {
  const links: WordLinks = new Map();
  const shelves = new Map<string, { word: string; spelling: string }[]>();
  for (const word of target) {
    const spelling = romanise(word);
    if (spelling.length < shortest) continue;
    const shelf = shelves.get(onset(spelling)) ?? [];
    shelf.push({ word, spelling });
    shelves.set(onset(spelling), shelf);
  }
  const vocabulary = Math.max(fewestWords, Math.sqrt(source.size * target.size));
  for (const word of source) {
    const spelling = romanise(word);
    if (spelling.length < shortest) continue;
    const found = (shelves.get(onset(spelling)) ?? []).flatMap((other) => {
      const likeness = similarity(spelling, other.spelling);
      if (likeness < alike) return [];
      return [
        {
          word: other.word,
          rate: rateOf(likeness, Math.min(spelling.length, other.spelling.length), vocabulary),
        },
      ];
    });
    const best = Math.max(leastRate, ...found.map(({ rate }) => rate * nearlyBest));
    for (const { word: other, rate } of found) if (rate >= best) addLink(links, word, other, rate);
  }
  return links;
}

/** The beginning of a spelling up to its second consonant, without the vowels between: what related words nearly always share. */
export function onset(spelling: string): string {
  const first = /^[aeiou]/.test(spelling) ? 'a' : spelling.charAt(0);
  const consonants = spelling.slice(1).replace(/[aeiou]/g, '');
  return first + consonants.charAt(0);
}

/**
 * How likely words so alike translate each other. A logistic curve, fitted to how often words of aligned news and of a book
 * chapter were answered: long words are alike by chance less often, and each finds the more false friends the more words there are.
 */
const rateOf = (likeness: number, letters: number, vocabulary: number): number =>
  Math.min(0.92, 1 / (1 + Math.exp(14.2 - 13.4 * likeness - 0.46 * letters + Math.log(vocabulary / 1000))));

const endings = 3;
const vowelChange = 0.4;
const endingChange = 0.35;

/** 1 for the same spelling, 0 for nothing in common. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (a === b) return 1;
  if (Math.abs(a.length - b.length) > 5) return 0;
  // Wagner & Fischer 1974, one row kept. In the last letters of a word a change is held for inflection.
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const x = a.charAt(i - 1);
      const y = b.charAt(j - 1);
      const change = (row[j - 1] ?? 0) + (x === y ? 0 : isVowel(x) && isVowel(y) ? vowelChange : 1);
      const drop = (row[j] ?? 0) + (i > a.length - endings && j === b.length ? endingChange : dropping(x));
      const add =
        (next[j - 1] ?? 0) + (j > b.length - endings && i === a.length ? endingChange : dropping(y));
      next.push(Math.min(change, drop, add));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? longest) / longest;
}

const dropping = (letter: string): number => (isVowel(letter) ? 0.7 : 1);
const isVowel = (letter: string): boolean => 'aeiou'.includes(letter);
