import { expect, test } from 'vitest';
import { formatBeads, parseBeads } from '../../../../models/alignment/beads.ts';

test('a bead a line, with its confidence', () => {
  const beads = [
    { source: [0, 1], target: [0], confidence: 0.934 },
    { source: [2], target: [], confidence: 0.5 },
    { source: [], target: [1], confidence: 1 },
  ];
  const text = '[0,1]:[0]:0.93\n[2]:[]:0.50\n[]:[1]:1.00\n';
  expect(formatBeads(beads)).toBe(text);
  expect(formatBeads([])).toBe('');
  expect(parseBeads(text)).toEqual(
    beads.map((bead) => ({ ...bead, confidence: Number(bead.confidence.toFixed(2)) })),
  );
});

test('what other tools write: spaces, no confidence, remarks', () => {
  expect(parseBeads('# by hand\r\n[0, 1]:[0]\r\n\r\n []:[1] : -0.5\n')).toEqual([
    { source: [0, 1], target: [0] },
    { source: [], target: [1], confidence: -0.5 },
  ]);
});

test.each([
  ['[0]:[0]\nnonsense', 'Line 2 of the beads: “nonsense” is not of the form [0,1]:[0] or [0,1]:[0]:0.93.'],
  ['[0,]:[0]', 'Line 1 of the beads: “[0,]” is not a list of numbers.'],
  ['[0]:[0]:high', 'Line 1 of the beads: “high” is not a number.'],
])('%j is refused with its line', (text, message) => {
  expect(() => parseBeads(text)).toThrow(expect.objectContaining({ code: 'beads.invalid', message }));
});
