import { InputError } from '../errors.ts';
import type { Bead } from './types.ts';

/** A bead as its text form tells it; `confidence` is left out where the line has none. */
export interface WrittenBead {
  source: number[];
  target: number[];
  confidence?: number;
}

/**
 * Beads as text, one a line: `[0,1]:[0]:0.93` says that source sentences 0 and 1 are target sentence 0, with that confidence. The
 * form of vecalign (Thompson & Koehn 2019), which other aligners and scorers read too.
 */
export const formatBeads = (beads: readonly Pick<Bead, 'source' | 'target' | 'confidence'>[]): string =>
  beads
    .map(
      ({ source, target, confidence }) => `[${source.join()}]:[${target.join()}]:${confidence.toFixed(2)}\n`,
    )
    .join('');

const linePattern = /^\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]\s*(?::\s*(\S+)\s*)?$/;

/**
 * Reads what `formatBeads` writes, with or without the confidence. Blank lines and those that begin with # are skipped.
 * @throws InputError `beads.invalid` naming the line
 */
export function parseBeads(text: string): WrittenBead[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    const [, source, target, confidence] = linePattern.exec(line) ?? [];
    if (source === undefined || target === undefined) {
      throw invalid(index, `“${line.trim()}” is not of the form [0,1]:[0] or [0,1]:[0]:0.93`);
    }
    const bead = { source: indices(source, index), target: indices(target, index) };
    if (confidence === undefined) return [bead];
    if (!Number.isFinite(Number(confidence))) throw invalid(index, `“${confidence}” is not a number`);
    return [{ ...bead, confidence: Number(confidence) }];
  });
}

function indices(list: string, line: number): number[] {
  if (list.trim() === '') return [];
  return list.split(',').map((part) => {
    if (!/^\s*\d+\s*$/.test(part)) throw invalid(line, `“[${list}]” is not a list of numbers`);
    return Number(part);
  });
}

const invalid = (index: number, problem: string) =>
  new InputError('beads.invalid', `Line ${index + 1} of the beads: ${problem}.`);
