import { expect, test } from 'vitest';
import { parseBeads } from '../../../../data/samples/beads.ts';

test('a bead a line, blank lines and line ends of any kind aside', () => {
  expect(parseBeads('[0]:[0,1]\r\n\r\n [1, 2] : [2]\n[3]:[]\n[]:[3]\n')).toEqual([
    { source: [0], target: [0, 1] },
    { source: [1, 2], target: [2] },
    { source: [3], target: [] },
    { source: [], target: [3] },
  ]);
  expect(parseBeads('')).toEqual([]);
});

test.each([
  ['[0]:[0]\nnonsense', 'Line 2 of the beads: “nonsense” is not of the form [0,1]:[0].'],
  ['[0]:[0]\n\n[1]', 'Line 3 of the beads: “[1]” is not of the form [0,1]:[0].'],
  ['[0,]:[0]', 'Line 1 of the beads: “[0,]” is not a list of numbers.'],
  ['[0]:[0]\n[]:[]', 'Line 2 of the beads: both sides are empty.'],
  ['[0]:[0]\n[2]:[1]', 'Line 2 of the beads: source sentence 1 is expected, not 2.'],
  ['[0]:[0]\n[1]:[0]', 'Line 2 of the beads: target sentence 1 is expected, not 0.'],
  ['[1,0]:[0]', 'Line 1 of the beads: source sentence 0 is expected, not 1.'],
])('%j is refused with its line', (text, message) => {
  expect(() => parseBeads(text)).toThrow(expect.objectContaining({ code: 'beads.invalid', message }));
});
