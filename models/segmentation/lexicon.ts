import { stopPattern } from './characters.ts';
import { international } from './rules/international.ts';
import type { SegmentationRules } from './rules/types.ts';

export type AbbreviationKind = keyof SegmentationRules['abbreviations'];

/** A language's rules made ready for look-up. */
export interface Lexicon {
  rules: SegmentationRules;
  /** Runs of marks that may end a sentence. Global: for `matchAll`, which works on a copy. */
  stops: RegExp;
  abbreviations: ReadonlyMap<string, AbbreviationKind>;
  months: ReadonlySet<string>;
  starters: ReadonlySet<string>;
  openers: ReadonlySet<string>;
  /** Quotation marks that only open, and that only close. The others, straight quotes among them, do both. */
  openingQuotes: ReadonlySet<string>;
  closingQuotes: ReadonlySet<string>;
  syllabic: RegExp;
}

const foreign: readonly (readonly [string, AbbreviationKind])[] = [
  ...international.seldomEnd.map((word) => [word, 'seldomEnd'] as const),
  ...international.never.map((word) => [word, 'never'] as const),
];

const compiled = new WeakMap<SegmentationRules, Lexicon>();

/** A language's lexicon, made once; `exceptions` are more abbreviations that never end a sentence (see `SegmentationOptions`). */
export function lexiconOf(rules: SegmentationRules, exceptions: readonly string[] = []): Lexicon {
  const lexicon = compiled.get(rules) ?? compile(rules);
  compiled.set(rules, lexicon);
  if (exceptions.length === 0) return lexicon;
  return { ...lexicon, abbreviations: new Map([...lexicon.abbreviations, ...exceptions.map(neverEnding)]) };
}

const neverEnding = (exception: string): readonly [string, AbbreviationKind] => [
  exception.replaceAll(/\s/g, '').replace(/\.$/, ''),
  'never',
];

function compile(rules: SegmentationRules): Lexicon {
  const { abbreviations } = rules;
  const own = new Map([
    ...abbreviations.beforeNumber.map((word) => [word, 'beforeNumber'] as const),
    ...abbreviations.seldomEnd.map((word) => [word, 'seldomEnd'] as const),
    ...abbreviations.mayEnd.map((word) => [word, 'mayEnd'] as const),
    ...abbreviations.never.map((word) => [word, 'never'] as const),
  ]);
  const opening = new Set(rules.quotes.map((pair) => pair.charAt(0)));
  const closing = new Set(rules.quotes.map((pair) => pair.charAt(1)));
  return {
    rules,
    stops: stopPattern(rules.stops),
    abbreviations: new Map([...foreign.filter(([word]) => !own.has(word.toLowerCase())), ...own]),
    months: new Set(rules.months),
    starters: new Set(rules.starters),
    openers: new Set(rules.openers),
    openingQuotes: opening.difference(closing),
    closingQuotes: closing.difference(opening),
    syllabic: new RegExp(`[aeiouyøæœıаеиоуыэюяєъіαεηιουω${rules.syllabic ?? ''}]`, 'i'),
  };
}
