/**
 * How far a translation can be trusted, and why not: what an editor looks at first. Pure and quick, in the browser too.
 *
 * Every signal (one a file, in `confidence/`) speaks in nats of log odds against the translation. They are added, as in a logistic
 * model whose inputs are what the signals found; the base is what is left when they found nothing. So reasons can be weighed
 * against one another, two slight ones make a serious one, and more evidence never raises a score.
 */
import type { Stop } from '../translation/translator.ts';
import { certainty, ending } from './confidence/certainty.ts';
import type { Finding, ReasonCode, Signal } from './confidence/finding.ts';
import { length } from './confidence/length.ts';
import { names } from './confidence/names.ts';
import { numbers } from './confidence/numbers.ts';
import { repetition } from './confidence/repetition.ts';
import { readSide } from './confidence/side.ts';
import { script, untranslated } from './confidence/untranslated.ts';

export type { ReasonCode } from './confidence/finding.ts';

/** What is known of a translated unit. What the model did not tell is null. */
export interface Evidence {
  source: string;
  target: string;
  /** BCP 47. */
  languages: { source: string; target: string };
  /** Natural log-probabilities of the tokens, as in `Translation`. */
  meanLogProb: number | null;
  minLogProb: number | null;
  tokens: number | null;
  stop: Stop | null;
}

export interface Reason {
  code: ReasonCode;
  /** For the editor, without a full stop. */
  message: string;
}

export interface Confidence {
  /** 0 (surely wrong) to 1. Sound translations are mostly above 0.8. */
  score: number;
  /** Most serious first; empty when nothing is suspect. */
  reasons: Reason[];
}

/** Log odds that a translation is right in which nothing was found: 0.97. A name that is missing brings it to 0.83, one that was added to 0.75, a lost number to 0.52. */
const base = 3.5;

const signals: readonly Signal[] = [numbers, names, repetition, untranslated, script, length];

/** Scores a translation. Any text is allowed; a language that is unknown is judged by what all languages share. */
export function confidence(evidence: Evidence): Confidence {
  const findings = findingsOf(evidence);
  const against = findings.reduce((sum, { penalty }) => sum + penalty, 0);
  const told = findings.toSorted((a, b) => b.penalty - a.penalty);
  return {
    score: 1 / (1 + Math.exp(against - base)),
    reasons: told.flatMap(({ code, message }) => (message === null ? [] : [{ code, message }])),
  };
}

function findingsOf({ source, target, languages, meanLogProb, minLogProb, stop }: Evidence): Finding[] {
  const original = readSide(source, languages.source);
  const translation = readSide(target, languages.target);
  if (target.trim() === '' && source.trim() === '') return [];
  if (target.trim() === '') return [{ code: 'empty', penalty: 8, message: 'There is no translation' }];
  if (source.trim() === '')
    return [{ code: 'addition', penalty: 4, message: 'Nothing in the original answers this' }];
  return [
    ...ending(stop),
    ...signals.flatMap((signal) => signal(original, translation)),
    ...certainty(meanLogProb, minLogProb),
  ];
}
