import { sharedKeys, type Cues } from '../cues.ts';
import type { AlignmentSide, AlignmentTask } from '../types.ts';
import { weights } from '../weights.ts';

/** Marks by what they do, whatever a language writes for it. */
const marks: readonly (readonly [string, RegExp])[] = [
  ['question', /[?？؟]/u],
  ['exclamation', /[!！]/u],
  ['quotation', /["“”„«»「」『』]|(?<!\p{L})['‘‚‹›]\p{L}/u],
  ['brackets', /[([（]/u],
  ['colon', /[:：]\s*$/u],
  ['ellipsis', /…|\.\.\./u],
  ['dialogue', /^\s*[-–—―]\s/u],
  ['no final stop', /[\p{L}\p{N}]\s*$/u],
];

/** Greek asks with a semicolon. */
const greekQuestion = /[;\u037e]["'”’»)\]]*\s*$/u;

/**
 * Punctuation that translations keep: questions, exclamations, quotations, brackets, a closing colon, no final stop (a heading).
 * Alignment by punctuation is Chuang & Yeh 2005; here it is one weak signal among others.
 */
export const punctuation = ({ source, target }: AlignmentTask): Cues =>
  sharedKeys(marksOf(source), marksOf(target), () => weights.punctuation.rate, weights.punctuation.weight);

const marksOf = ({ sentences, language }: AlignmentSide): Set<string>[] =>
  sentences.map((sentence) => {
    const found = marks.filter(([, pattern]) => pattern.test(sentence)).map(([name]) => name);
    return new Set(language === 'el' && greekQuestion.test(sentence) ? [...found, 'question'] : found);
  });
