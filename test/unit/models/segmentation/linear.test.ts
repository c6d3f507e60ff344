import { afterEach, expect, test, vi } from 'vitest';
import { segment } from '../../../../models/segmentation/segment.ts';

/**
 * How much of the text is read: characters asked for, and characters cut out to be matched against a pattern. Unlike a clock
 * this gives the same number on every machine. Eight times the text may take twelve times the steps (quadratic time would take
 * sixty-four). The patterns that run over a whole line are tested below.
 */
function steps(text: string, language: string, lineBreaks: 'hard' | 'wrapped' = 'hard'): number {
  const charAt = vi.spyOn(String.prototype, 'charAt');
  const codePointAt = vi.spyOn(String.prototype, 'codePointAt');
  const slice = vi.spyOn(String.prototype, 'slice');
  segment(text, language, { lineBreaks });
  const cut = slice.mock.results.reduce((sum, { value }) => sum + String(value).length, 0);
  const count = charAt.mock.calls.length + codePointAt.mock.calls.length + cut;
  vi.restoreAllMocks();
  return count;
}

afterEach(() => {
  vi.restoreAllMocks();
});

const prose = 'Dr. Kovač je 5. maja 2021 rekel: »Pridem.« Nato je odšel na Ul. talcev 12 itd. ';

const units = [
  ['prose in one line', prose],
  ['parts of an abbreviation', 'a.a.'],
  ['initials', 'A. '],
  ['numbers', '1.1.'],
  ['ordinals', '1. '],
  ['brackets that open', '(('],
  ['brackets that close', '.) '],
  ['stops', '....'],
  ['stops with spaces', '. . '],
  ['ellipses', 'a... '],
  ['quotation marks', '""'],
  ['quoted stops', '."'],
  ['guillemets with spaces', '. » '],
  ['dashes', '. – '],
  ['white space', '. '.padEnd(40)],
  ['wide stops', '。」'],
  ['Amharic stops', '፡፡'],
  ['smileys', '! :))) '],
  ['references', '.[1] '],
  ['sign-offs', './A'],
  ['combining marks', 'e\u0301.'],
  ['surrogates', '\ud83d.'],
  ['lines', 'a.\n'],
  ['headings', 'Ab\n'],
  ['furniture', '* * *\n'],
] as const;

test.each(units)('time grows with the length: %s', (_, unit) => {
  const few = unit.repeat(Math.ceil(800 / unit.length));
  const many = unit.repeat(8 * Math.ceil(800 / unit.length));
  for (const language of ['sl', 'und'])
    for (const lineBreaks of ['hard', 'wrapped'] as const)
      expect(steps(many, language, lineBreaks)).toBeLessThan(12 * steps(few, language, lineBreaks));
});

test('time grows with the length: one run of anything', () => {
  for (const unit of ['.', '"', ')', ' ', 'x', '-', '1', '。', '\n', '\u0301', '፡'])
    for (const around of [(run: string) => run, (run: string) => `A.${run}`, (run: string) => `A. ${run}.`])
      expect(steps(around(unit.repeat(8000)), 'sl')).toBeLessThan(
        12 * steps(around(unit.repeat(1000)), 'sl') + 200,
      );
});

test('no pattern loses itself in long repetitions', () => {
  // With a pattern that tries every way again this would take hours, and the test its time limit.
  for (const [, unit] of units) segment(unit.repeat(Math.ceil(100_000 / unit.length)), 'de');
  expect(segment(prose.repeat(5000), 'sl').sentences).toHaveLength(10_000);
});
