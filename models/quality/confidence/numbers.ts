import type { Quantity } from '../quantities.ts';
import { numberWords } from '../number-words.ts';
import { inBrief, most, type Finding } from './finding.ts';
import type { Side } from './side.ts';

/** Nats for a number that the other side lacks. Small ones are often put otherwise ("2" as "a pair"), words more often still. */
const cost = { digits: 3.4, small: 2.6, word: 2.2, most: 7 };
const small = 12;

/**
 * Numbers that stand on one side only, compared as values: "11.000" in Slovenian is "11,000" in English, "petindvajset" is 25.
 * Zero and one are left alone, since languages put an article or nothing for them; so is the word for ten or another power of
 * ten, which need not be exact ("več deset", "hundreds").
 */
export function numbers(source: Side, target: Side): Finding[] {
  const missing = unanswered(source, target);
  const added = unanswered(target, source);
  const [lost, put] = [missing[0], added[0]];
  if (lost !== undefined && put !== undefined && missing.length === 1 && added.length === 1) {
    const message = `The original says ${inBrief(lost.text)}, the translation ${inBrief(put.text)}`;
    return [{ code: 'number', penalty: Math.min(cost.most, costOf(lost) + costOf(put)), message }];
  }
  return capped([
    ...missing.map((number) =>
      finding(number, `The number ${inBrief(number.text)} is not in the translation`),
    ),
    ...added.map((number) => finding(number, `The number ${inBrief(number.text)} is not in the original`)),
  ]);
}

/** The numbers of a side that the other does not answer, each once. */
export function unanswered(own: Side, other: Side): Quantity[] {
  const values = new Set(other.quantities.flatMap(({ readings }) => readings));
  const hasWords = numberWords(other.language) !== null;
  const lacking = own.quantities.filter(
    (number) => isExact(number) && (hasWords || !maySayInWords(number)) && !isAnswered(number, values),
  );
  return [...new Map(lacking.map((number) => [number.text, number])).values()];
}

/** Whether the number is one that a translation must give. */
function isExact({ form, readings }: Quantity): boolean {
  const value = readings[0] ?? 0;
  if (form === 'digits') return value > 1;
  return form === 'cardinal' && value > 2 && !/^10+$/.test(String(value));
}

const maySayInWords = ({ form, readings }: Quantity): boolean =>
  form !== 'digits' || (readings[0] ?? 0) <= small;

const isAnswered = ({ readings }: Quantity, values: ReadonlySet<number>): boolean =>
  readings.some((value) => values.has(value));

const costOf = ({ form, readings }: Quantity): number =>
  form !== 'digits' ? cost.word : (readings[0] ?? 0) <= small ? cost.small : cost.digits;

const finding = (number: Quantity, message: string): Finding => ({
  code: 'number',
  penalty: costOf(number),
  message,
});

/** The first few told, all of them counted up to the most that numbers may cost. */
function capped(findings: readonly Finding[]): Finding[] {
  let left = cost.most;
  return findings.slice(0, most).map((one) => {
    const penalty = Math.min(left, one.penalty);
    left -= penalty;
    return { ...one, penalty };
  });
}
