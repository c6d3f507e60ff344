/** What a signal found in a unit, in the currency that all of them share. */
import type { Side } from './side.ts';

export type ReasonCode =
  | 'empty'
  | 'addition'
  | 'loop'
  | 'cut-off'
  | 'repetition'
  | 'untranslated'
  | 'script'
  | 'number'
  | 'name'
  | 'too-short'
  | 'too-long'
  | 'unsure';

export interface Finding {
  code: ReasonCode;
  /** How much it speaks against the translation, in nats of log odds, at least 0. */
  penalty: number;
  /** In an editor's words; null for what counts but is too slight to be told. */
  message: string | null;
}

export type Signal = (source: Side, target: Side) => Finding[];

/** So many findings of a kind are told; twenty would bury the others. */
export const most = 3;

/** The longest word or number that is told whole. */
const longest = 40;

/** A word or number of the text as a message tells it: a table or an address run together may be a thousand letters long. */
export const inBrief = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\p{Cs}$/u, '')}…`;
