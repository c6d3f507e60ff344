/** Numbers written in digits, read as values in the habit of their language. */
import type { Span } from './text.ts';

/** Digits with what may stand inside a number. A space does only where three digits follow, and none after them. */
const numberPattern = /\p{Nd}+(?:[.,'’\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd})|[.,'’]\p{Nd}+)*/gu;

export interface Separators {
  decimal: string;
  /** Stands between groups of three digits. */
  group: string;
}

/** What may be meant by one number: "1.234" in English is 1.234 or, carelessly, 1234. */
export type Readings = readonly number[];

export interface WrittenNumber extends Span {
  /** One for a plain number, several for what is made of parts: a date, a score, a version. */
  parts: readonly Readings[];
}

const known = new Map<string, Separators>();

/** The separators of a language by CLDR (through `Intl`). */
export function separatorsOf(language: string): Separators {
  const remembered = known.get(language);
  if (remembered !== undefined) return remembered;
  const format = new Intl.NumberFormat(language, { useGrouping: 'always', numberingSystem: 'latn' });
  const parts = format.formatToParts(1234567.5);
  const find = (type: 'decimal' | 'group', usual: string) =>
    parts.find((part) => part.type === type)?.value ?? usual;
  const separators = { decimal: find('decimal', '.'), group: find('group', ',') };
  known.set(language, separators);
  return separators;
}

/** The numbers of a text with their places: "11.000" in Slovenian is 11000, "3,26" is 3.26. */
export const writtenNumbers = (text: string, separators: Separators): WrittenNumber[] =>
  Array.from(text.matchAll(numberPattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    parts: partsOf(western(match[0]), separators),
  }));

const space = /[\u00a0\u202f ]/;

function partsOf(number: string, { decimal, group }: Separators): Readings[] {
  if (space.test(number)) {
    // A plain space groups digits only in languages that do so; elsewhere "in 1990 300 people" are two numbers.
    const grouped = space.test(group)
      ? number.replace(/[\u00a0\u202f ]/g, '')
      : number.replace(/[\u00a0\u202f]/g, '');
    return grouped.split(' ').flatMap((part) => partsOf(part, { decimal, group: ',' }));
  }
  if (/^\d{1,3}([.,'’])\d{3}(?:\1\d{3})*$/.test(number)) {
    const grouped = Number(number.replace(/\D/g, ''));
    // With one separator it may be a decimal fraction too.
    const isFraction = number.includes(decimal) && number.length <= 7;
    return [isFraction ? [grouped, Number(number.replace(decimal, '.'))] : [grouped]];
  }
  const [, whole, fraction] = /^(\d{1,3}(?:[.,'’]\d{3})+|\d+)[.,](\d+)$/.exec(number) ?? [];
  if (whole !== undefined && fraction !== undefined) {
    return [[Number(`${whole.replace(/\D/g, '')}.${fraction}`)]];
  }
  // Dates, versions, scores: their parts.
  return number
    .split(/\D+/)
    .filter((part) => part !== '')
    .map((part) => [Number(part)]);
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
