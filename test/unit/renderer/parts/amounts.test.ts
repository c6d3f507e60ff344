import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytes, bytesOf, timeAgo, timeLeft } from '../../../../renderer/parts/amounts.ts';

test.each([
  [0, '0 KB'],
  [40_000, '40 KB'],
  [1_551_234, '1.6 MB'],
  [112_000_000, '112 MB'],
  [999_700_000, '1.0 GB'],
  [1_240_000_000, '1.2 GB'],
  [96_000_000_000, '96 GB'],
])('%i bytes are %s', (count, words) => {
  expect(bytes(count)).toBe(words);
});

test('a part is told in the unit of the whole', () => {
  expect(bytesOf(48_000_000, 112_000_000)).toBe('48 of 112 MB');
  expect(bytesOf(400_000_000, 1_240_000_000)).toBe('0.4 of 1.2 GB');
  // A server may send more than it said.
  expect(bytesOf(130_000_000, 112_000_000)).toBe('112 of 112 MB');
});

test('no amount reads as nothing, as not a number, or as a thousand of its unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 5e11 }), (count) => {
      expect(bytes(count)).toMatch(/^(?:[1-9]\d{0,2}|\d\.\d) [KMG]B$/);
    }),
  );
});

test.each([
  [3, 'a few seconds left'],
  [40, 'less than a minute left'],
  [75, 'about a minute left'],
  [240, 'about 4 minutes left'],
  [3700, 'about an hour left'],
  [9000, 'about 3 hours left'],
])('%i seconds are "%s"', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});

test('a moment in the past is named by its distance', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  const ago = (ms: number) => timeAgo(new Date(now - ms).toISOString(), now);
  expect(ago(20_000)).toBe('just now');
  expect(ago(5 * 60_000)).toBe('5 minutes ago');
  expect(ago(3 * 3_600_000)).toBe('3 hours ago');
  expect(ago(26 * 3_600_000)).toBe('yesterday');
  expect(ago(90 * 86_400_000)).toBe('27 August 2026');
  // A clock that was set back.
  expect(ago(-60_000)).toBe('just now');
});
