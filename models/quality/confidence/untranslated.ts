import { languageInfo } from '../../languages.ts';
import { inBrief, most, type Finding } from './finding.ts';
import type { Side } from './side.ts';
import type { Word } from './words.ts';

/** So many words in a row as they stand in the original are no chance, if two of them are written small (names are not). */
const run = { words: 3, small: 2 };
/** Nats for a copied run, and for the share of the translation that is copied. */
const cost = { run: 2.5, share: 3, whole: 2, marks: 1.6 };

/**
 * Words of the original that were copied and not translated. Names stay as they are in every language, and so do short lines
 * that consist of them ("Reuters"); some words are the same in both ("program", "international"), but seldom three in a row.
 */
export function untranslated(source: Side, target: Side): Finding[] {
  if (source.language === target.language || target.words.length === 0) return [];
  const longest = longestCopy(source.words, target.words);
  const small = longest.filter((word) => isSmall(word) && !glue.has(word.lower)).length;
  if (longest.length >= run.words && small >= run.small) {
    const penalty = cost.run + cost.share * Math.min(1, longest.length / target.words.length);
    return [{ code: 'untranslated', penalty, message: messageOf(longest, target) }];
  }
  if (longest.length === target.words.length && longest.length === source.words.length && small > 0) {
    return [{ code: 'untranslated', penalty: cost.whole, message: 'The translation is the original' }];
  }
  const left = foreignWords(source.words, target);
  if (left.length === 0) return [];
  const words = left.map(({ text }) => `“${inBrief(text)}”`).join(', ');
  return [{ code: 'untranslated', penalty: cost.marks * left.length, message: `Not translated: ${words}` }];
}

function messageOf(copied: readonly Word[], target: Side): string {
  if (copied.length >= 0.9 * target.words.length) return 'The sentence is not translated';
  const words = copied.slice(0, 6).map(({ text }) => inBrief(text));
  return `Not translated: “${words.join(' ')}${copied.length > words.length ? ' …' : ''}”`;
}

const isSmall = ({ isCapital, text }: Word): boolean => !isCapital && text.length > 1;

/** Small words of English names, which stay in a title that the original left in English ("Game of Thrones"). */
const glue = new Set('of the and in for on to at by with from is'.split(' '));

/**
 * The longest run of target words that stands in the source in the same order, at once. Runs are followed from pairs of words,
 * each pair of the source remembered once, so that time grows with the words and not with their square.
 */
function longestCopy(source: readonly Word[], target: readonly Word[]): readonly Word[] {
  const places = new Map<string, number>();
  source.forEach(({ lower }, at) => {
    if (!places.has(lower)) places.set(lower, at);
    const pair = `${source[at - 1]?.lower ?? ''} ${lower}`;
    if (!places.has(pair)) places.set(pair, at);
  });
  let best = { start: 0, length: 0 };
  let start = 0;
  let at = -1;
  target.forEach(({ lower }, index) => {
    if (at >= 0 && source[at + 1]?.lower === lower) {
      at += 1;
    } else {
      const pair = index === 0 ? undefined : places.get(`${target[index - 1]?.lower ?? ''} ${lower}`);
      at = pair ?? places.get(lower) ?? -1;
      start = pair === undefined ? index : index - 1;
    }
    if (at >= 0 && index + 1 - start > best.length) best = { start, length: index + 1 - start };
  });
  return target.slice(best.start, best.start + best.length);
}

/** Loans that English writes with their marks. */
const loans =
  /^(?:caf|clich|fianc|prot[eé]g|r[eé]sum|[ée]lite|d[eé]cor|d[ée]j|na[iï]v|fa[cç]ad|se[nñ]or|expos|ros[eé]|cr[eè]me|touch|bric|[uü]ber)/u;

/** Words copied in small letters that hold a letter which the target's language does not use. */
function foreignWords(source: readonly Word[], target: Side): readonly Word[] {
  if (target.language !== 'en') return [];
  const foreign = target.words.filter(
    (word) => isSmall(word) && /[^a-z'’]/.test(word.lower) && !loans.test(word.lower),
  );
  if (foreign.length === 0) return [];
  const own = new Set(source.map(({ lower }) => lower));
  return foreign.filter(({ lower }) => own.has(lower)).slice(0, most);
}

const latinOnly = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** Words in a script that the target's language is not written in. One letter alone ("α", "µ") is a sign of science. */
export function script(_source: Side, target: Side): Finding[] {
  if (!latinOnly.test(target.text) || languageInfo(target.language).script !== 'Latn') return [];
  const words = target.words.filter(({ text }) => text.length > 1 && latinOnly.test(text));
  const [first] = words;
  if (first === undefined) return [];
  const share = words.length / target.words.length;
  return [
    {
      code: 'script',
      penalty: cost.run + cost.share * share,
      message:
        share > 0.5 ? 'The sentence is not translated' : `“${inBrief(first.text)}” is left in another script`,
    },
  ];
}
