import { expect, test } from 'vitest';
import type { Job } from '../../../../electron/contract.ts';
import { TranslateProgress } from '../../../../electron/cli/commands/translate-progress.ts';

/** What is written while a job of `total` sentences does one a second, up to `done` of them. */
function written({ total, done, isTTY }: { total: number; done: number; isTTY: boolean }): string {
  let text = '';
  let seconds = 0;
  const output = { isTTY, write: (part: string) => (text += part) };
  const progress = new TranslateProgress('Sturm', output, () => seconds * 1000);
  const job = (now: number) => ({ done: now, total, wordsPerSecond: null, secondsLeft: null }) as Job;
  for (seconds = 0; seconds <= done; seconds++) progress.show(job(seconds));
  progress.end(job(done));
  return text;
}

test('in a log there is a line every ten seconds at most, and the last', () => {
  expect(written({ total: 25, done: 25, isTTY: false })).toBe(
    'Sturm: 1 of 25\nSturm: 11 of 25\nSturm: 21 of 25\nSturm: 25 of 25\n',
  );
});

test('where a translation stops early, how far it came is the last line', () => {
  expect(written({ total: 1000, done: 18, isTTY: false })).toBe(
    'Sturm: 1 of 1000\nSturm: 11 of 1000\nSturm: 18 of 1000\n',
  );
});

test('on a terminal one line tells of every sentence, and ends when the translation does', () => {
  const clear = '\u001b[2K';
  expect(written({ total: 3, done: 3, isTTY: true })).toBe(
    `${clear}Sturm: 0 of 3\r${clear}Sturm: 1 of 3\r${clear}Sturm: 2 of 3\r${clear}Sturm: 3 of 3\n`,
  );
  expect(written({ total: 3, done: 1, isTTY: true })).toBe(
    `${clear}Sturm: 0 of 3\r${clear}Sturm: 1 of 3\r${clear}Sturm: 1 of 3\n`,
  );
});
