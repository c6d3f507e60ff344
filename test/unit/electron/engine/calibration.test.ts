import { expect, test } from 'vitest';
import { fastest, sentencesFor, Stretch } from '../../../../electron/engine/calibration.ts';

const one = { processes: 1, threads: 2 };
const two = { processes: 2, threads: 1 };
const sentence = (words: number): string => Array.from({ length: words }, () => 'Wort').join(' ');

test.each([
  [9.3, 11.9, two],
  [11.9, 9.3, one],
  // Twice the memory for less than measuring errs.
  [10, 10.4, one],
  [10, 10.6, two],
  // Processes died with both.
  [0, 0, one],
])('one process with %d letters/s, two with %d: the layout is %j', (oneSpeed, twoSpeed, layout) => {
  const measured = [
    { layout: two, lettersPerSecond: twoSpeed },
    { layout: one, lettersPerSecond: oneSpeed },
  ];
  expect(fastest(measured)).toEqual(layout);
});

test('a stretch warms every process up with a sentence, then measures a batch in each at the same time', () => {
  const sentences = Array.from({ length: 60 }, () => sentence(10));
  let now = 5000;
  const stretch = new Stretch(two, sentences, [...sentences.keys()], () => now);
  const warmUp = stretch.next();
  expect(warmUp).toEqual([[0], [1]]);
  expect(stretch.next(), 'both are out').toEqual([]);
  now += 7000; // Loading does not count.
  expect(stretch.finished()).toBeNull();
  expect(stretch.next(), 'one is out').toEqual([]);
  expect(stretch.finished()).toBeNull();

  const measured = stretch.next();
  expect(measured.map((chunk) => chunk.length)).toEqual([16, 16]);
  expect(new Set([...warmUp, ...measured].flat()).size).toBe(sentencesFor(two));
  now += 1000;
  expect(stretch.finished()).toBeNull();
  now += 1000;
  expect(stretch.finished()).toEqual({ layout: two, lettersPerSecond: (32 * 40) / 2 });
  expect(stretch.next()).toEqual([]);
});

test('sentences of middling length are measured, as much by each process', () => {
  const sentences = Array.from({ length: 64 }, (_, index) => sentence(index === 40 ? 300 : (index % 32) + 1));
  const stretch = new Stretch(two, sentences, [...sentences.keys()]);
  stretch.next();
  stretch.finished();
  stretch.finished();
  const words = stretch.next().map((chunk) => chunk.map((index) => sentences[index]!.split(' ').length));
  expect(Math.min(...words.flat())).toBeGreaterThan(5);
  expect(Math.max(...words.flat())).toBeLessThan(28);
  const [first = 0, second = 0] = words.map((chunk) => chunk.reduce((sum, count) => sum + count, 0));
  expect(Math.abs(first - second)).toBeLessThan(20);
});

test('sentences without blanks between their words are measured by what they hold, too', () => {
  const chinese = Array.from({ length: 40 }, (_, index) => '国际新闻报道'.repeat(index + 1));
  let now = 0;
  const stretch = new Stretch(one, chinese, [...chinese.keys()], () => now);
  stretch.next();
  stretch.finished();
  const [measured = []] = stretch.next();
  expect(Math.min(...measured), 'of middling length').toBeGreaterThan(8);
  now = 1000;
  expect(stretch.finished()!.lettersPerSecond).toBeGreaterThan(200);
});
