import { InputError } from '../../models/errors.ts';

/** n source sentences aligned to m target sentences, by index from 0. One side may be empty: nothing answers it. */
export interface Bead {
  source: number[];
  target: number[];
}

/**
 * Beads as text, one a line: `[0,1]:[0]` says that source sentences 0 and 1 are target sentence 0. Blank lines are skipped.
 * Alignment is monotone: on each side the indices rise by one from line to line, beginning with 0.
 * @throws InputError `beads.invalid` naming the line
 */
export function parseBeads(text: string): Bead[] {
  const next = { source: 0, target: 0 };
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const match = /^\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]\s*$/.exec(line);
    if (!match) throw invalid(index, `“${line.trim()}” is not of the form [0,1]:[0]`);
    const bead = { source: indices(match[1], index), target: indices(match[2], index) };
    if (bead.source.length + bead.target.length === 0) throw invalid(index, 'both sides are empty');
    for (const side of ['source', 'target'] as const) {
      for (const sentence of bead[side]) {
        if (sentence !== next[side]) {
          throw invalid(index, `${side} sentence ${next[side]} is expected, not ${sentence}`);
        }
        next[side] += 1;
      }
    }
    return [bead];
  });
}

function indices(list: string | undefined, line: number): number[] {
  if (!list?.trim()) return [];
  return list.split(',').map((part) => {
    if (!/^\s*\d+\s*$/.test(part)) throw invalid(line, `“[${list}]” is not a list of numbers`);
    return Number(part);
  });
}

const invalid = (index: number, problem: string) =>
  new InputError('beads.invalid', `Line ${index + 1} of the beads: ${problem}.`);
