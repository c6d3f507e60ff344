import { expect, test } from 'vitest';
import { parseGold } from '../../../../data/samples/beads.ts';

test('a bead a line, blank lines and line ends of any kind aside', () => {
  expect(parseGold('[0]:[0,1]\r\n\r\n [1, 2] : [2]\n[3]:[]\n[]:[3]\n')).toEqual([
    { source: [0], target: [0, 1] },
    { source: [1, 2], target: [2] },
    { source: [3], target: [] },
    { source: [], target: [3] },
  ]);
  expect(parseGold('')).toEqual([]);
});

test.each([
  ['[0]:[0]\nnonsense', 'Line 2 of the beads: “nonsense” is not of the form [0,1]:[0] or [0,1]:[0]:0.93.'],
  ['[0]:[0]\n\n[1]', 'Line 3 of the beads: “[1]” is not of the form [0,1]:[0] or [0,1]:[0]:0.93.'],
  ['[0,]:[0]', 'Line 1 of the beads: “[0,]” is not a list of numbers.'],
  ['[0]:[0]\n[]:[]', 'Bead 2: both sides are empty.'],
  ['[0]:[0]\n[2]:[1]', 'Bead 2: source sentence 1 is expected, not 2.'],
  ['[0]:[0]\n[1]:[0]', 'Bead 2: target sentence 1 is expected, not 0.'],
  ['[1,0]:[0]', 'Bead 1: source sentence 0 is expected, not 1.'],
])('%j is refused with its place', (text, message) => {
  expect(() => parseGold(text)).toThrow(expect.objectContaining({ code: 'beads.invalid', message }));
});
