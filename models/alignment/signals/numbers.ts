import { sharedKeys, type Cues } from '../cues.ts';
import type { AlignmentSide, AlignmentTask } from '../types.ts';
import { weights } from '../weights.ts';

/** Digits with what may stand inside a number. A space does only where three digits follow, and none after them. */
const numberPattern = /\p{Nd}+(?:[.,'’\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd})|[.,'’]\p{Nd}+)*/gu;

/**
 * Numbers, compared as values: "11.000" in Slovenian is "11,000" in English, "3,26" is "3.26".
 * The separators are those of the language in CLDR (through `Intl`). Numbers are what Gale & Church 1993 would look at first
 * beyond length.
 */
export function numbers({ source, target }: AlignmentTask): Cues {
  return sharedKeys(valuesOf(source), valuesOf(target), rateOf, weights.numbers.weight);
}

/** Small numbers are often written as words on one side only. */
const rateOf = (value: string): number =>
  Number(value) <= 12 ? weights.numbers.smallRate : weights.numbers.rate;

function valuesOf({ sentences, language }: AlignmentSide): Set<string>[] {
  const separators = separatorsOf(language);
  return sentences.map((sentence) => valuesIn(sentence, separators));
}

interface Separators {
  decimal: string;
  /** Stands between groups of three digits. */
  group: string;
}

export function separatorsOf(language: string): Separators {
  const format = new Intl.NumberFormat(language, { useGrouping: 'always', numberingSystem: 'latn' });
  const parts = format.formatToParts(1234567.5);
  const find = (type: 'decimal' | 'group', usual: string) =>
    parts.find((part) => part.type === type)?.value ?? usual;
  return { decimal: find('decimal', '.'), group: find('group', ',') };
}

/** The numbers of a text as values, each as JavaScript writes it ("11000", "3.26"). */
export function valuesIn(text: string, separators: Separators): Set<string> {
  const written = Array.from(text.matchAll(numberPattern), ([number]) => western(number));
  return new Set(
    written.flatMap((number) => readings(number, separators)).map((value) => String(Number(value))),
  );
}

const space = /[\u00a0\u202f ]/;

function readings(number: string, { decimal, group }: Separators): string[] {
  if (space.test(number)) {
    // A plain space groups digits only in languages that do so; elsewhere "in 1990 300 people" are two numbers.
    const grouped = space.test(group)
      ? number.replace(/[\u00a0\u202f ]/g, '')
      : number.replace(/[\u00a0\u202f]/g, '');
    return grouped.split(' ').flatMap((part) => readings(part, { decimal, group: ',' }));
  }
  if (/^\d{1,3}([.,'’])\d{3}(?:\1\d{3})*$/.test(number)) {
    const grouped = number.replace(/\D/g, '');
    // With one separator it may be a decimal fraction too.
    const isFraction = number.includes(decimal) && number.length <= 7;
    return isFraction ? [grouped, number.replace(decimal, '.')] : [grouped];
  }
  const [, whole, fraction] = /^(\d{1,3}(?:[.,'’]\d{3})+|\d+)[.,](\d+)$/.exec(number) ?? [];
  if (whole !== undefined && fraction !== undefined) return [`${whole.replace(/\D/g, '')}.${fraction}`];
  // Dates, versions, scores: their parts.
  return number.split(/\D+/).filter((part) => part !== '');
}

/** Digits of any script as 0–9. */
const western = (number: string): string =>
  number.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));

/** Unicode keeps the ten digits of a script together, zero first. */
function digitValue(code: number): number {
  if (code < 128) return code - 48;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}
