import { international } from './rules/international.ts';
import type { SegmentationRules } from './rules/types.ts';

export type AbbreviationKind = keyof SegmentationRules['abbreviations'];

/** A language's rules made ready for look-up. */
export interface Lexicon {
  rules: SegmentationRules;
  abbreviations: ReadonlyMap<string, AbbreviationKind>;
  months: ReadonlySet<string>;
  starters: ReadonlySet<string>;
  openers: ReadonlySet<string>;
  /** Quotation marks that only open, and that only close. The others, straight quotes among them, do both. */
  openingQuotes: ReadonlySet<string>;
  closingQuotes: ReadonlySet<string>;
  syllabic: RegExp;
}

const compiled = new WeakMap<SegmentationRules, Lexicon>();

export function lexiconOf(rules: SegmentationRules): Lexicon {
  const known = compiled.get(rules);
  if (known) return known;
  const lexicon = compile(rules);
  compiled.set(rules, lexicon);
  return lexicon;
}

function compile(rules: SegmentationRules): Lexicon {
  const { abbreviations } = rules;
  const opening = new Set(rules.quotes.map((pair) => pair.charAt(0)));
  const closing = new Set(rules.quotes.map((pair) => pair.charAt(1)));
  return {
    rules,
    abbreviations: new Map([
      ...international.seldomEnd.map((word) => [word, 'seldomEnd'] as const),
      ...international.never.map((word) => [word, 'never'] as const),
      ...abbreviations.beforeNumber.map((word) => [word, 'beforeNumber'] as const),
      ...abbreviations.seldomEnd.map((word) => [word, 'seldomEnd'] as const),
      ...abbreviations.mayEnd.map((word) => [word, 'mayEnd'] as const),
      ...abbreviations.never.map((word) => [word, 'never'] as const),
    ]),
    months: new Set(rules.months),
    starters: new Set(rules.starters),
    openers: new Set(rules.openers),
    openingQuotes: opening.difference(closing),
    closingQuotes: closing.difference(opening),
    syllabic: new RegExp(`[aeiouyøæœıаеиоуыэюяєъіαεηιουω${rules.syllabic ?? ''}]`, 'i'),
  };
}
