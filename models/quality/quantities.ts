/** What a text says of how much, how many and when: its numbers as values, in digits or in words. */
import type { Span } from '../text.ts';
import { separatorsOf, writtenNumbers, type Readings } from '../written-numbers.ts';
import { numberWords, type NumberWords } from './number-words.ts';

export interface Quantity extends Span {
  /** As it stands in the text. */
  text: string;
  /** Values that may be meant; more than one only where the writing leaves it open ("3.30 pm", "the 1990s"). */
  readings: Readings;
  /** How it is written; a word that is no plain number ("third", "both") is a hint alone. */
  form: 'digits' | 'cardinal' | 'other word';
}

interface Token extends Quantity {
  /** Follows the token before it with nothing between but a blank, a hyphen or the word for "and". */
  isJoined: boolean;
}

/** A number being read. */
interface Sum extends Quantity {
  /** What was added last, and may still be multiplied: the "two" of "a thousand two hundred". */
  tail: number;
}

const wordPattern = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;

/** The quantities of a text in order; "5,2 milijona" and "dwadzieścia pięć tysięcy" are one each. */
export function quantities(text: string, language: string): Quantity[] {
  const words = numberWords(language);
  const digits = inDigits(text, language);
  if (words === null) return digits;
  return joined(tokensOf(text, digits, words)).map(({ start, end, readings, form }) => {
    return { start, end, text: text.slice(start, end), readings, form };
  });
}

function inDigits(text: string, language: string): Quantity[] {
  const separators = separatorsOf(language);
  return writtenNumbers(text, separators).flatMap(({ start, end, parts: plain }) => {
    const parts = separators.decimal === '.' ? plain : (clock(text.slice(start, end)) ?? plain);
    const before = text.slice(Math.max(0, start - 6), start);
    const after = text.slice(end, end + 12);
    return parts.map((readings) => ({
      start,
      end,
      text: text.slice(start, end),
      readings: [...new Set(readings.flatMap((value) => meant(value, before, after)))],
      form: 'digits',
    }));
  });
}

/** "16.30", where it is no decimal fraction by the language's habit: an hour and minutes, or a fraction all the same. */
function clock(number: string): Readings[] | null {
  const [, hour, minutes] = /^([01]?\d|2[0-4])\.([0-5]\d)$/.exec(number) ?? [];
  if (hour === undefined || minutes === undefined) return null;
  return [hour, minutes].map((part) => [Number(part), Number(number)]);
}

/** The values that a number may stand for where it stands: hours of the afternoon, decades, the second year of a span. */
function meant(value: number, before: string, after: string): number[] {
  const half = /^(?::\d\d)?[\s\u00a0]?([ap])\.?m\b/i.exec(after)?.[1]?.toLowerCase();
  if (half !== undefined && value <= 12)
    return half === 'p' ? [value, (value % 12) + 12] : [value, value % 12];
  if (/^['’]?s\b/.test(after) && value >= 1000 && value % 10 === 0) return [value, value % 100];
  const century = /\b(\d\d)\d\d[-–/]$/.exec(before)?.[1];
  if (century !== undefined && value < 100) return [value, Number(century) * 100 + value];
  return [value];
}

/** Digits and number words in the order of the text. */
function tokensOf(text: string, digits: readonly Quantity[], { read, and }: NumberWords): Token[] {
  const written: Quantity[] = [...digits];
  for (const match of text.matchAll(wordPattern)) {
    const found = read(match[0].toLowerCase());
    if (found === undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const form = found.isCardinal ? 'cardinal' : 'other word';
    written.push({ ...span, text: match[0], readings: [found.value], form });
  }
  written.sort((a, b) => a.start - b.start);
  return written.map((token, index) => {
    const gap = text.slice(written[index - 1]?.end ?? 0, token.start);
    const between = gap.length > 8 ? gap : gap.replace(/[\s\u00a0.-]+/g, '').toLowerCase();
    return { ...token, isJoined: index > 0 && (between === '' || between === and) };
  });
}

/** Number words that follow one another made one number, as they are read: a greater power multiplies, a lower one is added. */
function joined(tokens: readonly Token[]): Sum[] {
  const found: Sum[] = [];
  for (const { isJoined, ...token } of tokens) {
    const last = found.at(-1);
    const sum = isJoined && last !== undefined && token.form !== 'digits' ? continued(last, token) : null;
    if (sum === null) found.push({ ...token, tail: token.readings[0] ?? 0 });
    else found[found.length - 1] = sum;
  }
  return found;
}

/** The sum with one more word, null when the word begins another number. */
function continued(sum: Sum, { end, readings, form }: Quantity): Sum | null {
  const value = readings[0] ?? 0;
  const before = sum.readings[0] ?? 0;
  const both = { ...sum, end, form: sum.form === 'digits' ? sum.form : form };
  if (isPower(value) && before < value) {
    const multiplied = sum.readings.map((reading) => round(reading * value));
    return { ...both, readings: multiplied, tail: multiplied[0] ?? 0 };
  }
  if (isPower(value) && sum.tail < value) {
    return { ...both, readings: [before + sum.tail * (value - 1)], tail: sum.tail * value };
  }
  if (sum.form !== 'digits' && value >= 1 && value < lowestPlace(before)) {
    return { ...both, readings: [before + value], tail: value };
  }
  return null;
}

const isPower = (value: number): boolean =>
  value === 100 || (value >= 1000 && Number.isInteger(Math.log10(value)));

/** 20 → 10, 300 → 100: what a word after it must be below to belong to it. */
function lowestPlace(value: number): number {
  if (value < 20 || !Number.isFinite(value)) return 0;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}

/** 5.2 million is 5200000 and not 5200000.000000001. */
const round = (value: number): number => Number(value.toPrecision(12));
