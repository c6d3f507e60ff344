import { expect, test } from 'vitest';
import type { Download } from '../../../../electron/contract.ts';
import {
  downloadText,
  leavesNoWay,
  percentOf,
  sizeText,
} from '../../../../renderer/models/download-words.ts';
import { downloadNews } from '../../../../renderer/models/news.ts';

const download = (changed: Partial<Download>): Download => ({
  model: 'opus-mt-de-en',
  name: 'Opus-MT German – English',
  from: 'hub',
  state: 'running',
  receivedBytes: 48_000_000,
  totalBytes: 112_000_000,
  bytesPerSecond: 3_400_000,
  secondsLeft: 19,
  retrying: null,
  error: null,
  ...changed,
});

test('a download says what is known of it, and no more', () => {
  expect(downloadText(download({}))).toBe('48 of 112 MB · 3.4 MB/s · less than a minute left');
  expect(downloadText(download({ totalBytes: null, secondsLeft: null, bytesPerSecond: null }))).toBe('48 MB');
  expect(downloadText(download({ retrying: 'example.org has trouble of its own just now (503).' }))).toBe(
    'example.org has trouble of its own just now (503). Trying again…',
  );
  expect(downloadText(download({ state: 'stopped' }))).toBe('Stopped at 48 of 112 MB; what has come is kept');
  expect(percentOf(download({}))).toBe(42);
  expect(percentOf(download({ totalBytes: null }))).toBeNull();
  expect(percentOf(download({ totalBytes: 0 }))).toBeNull();
  // Never done before it is.
  expect(percentOf(download({ receivedBytes: 111_999_999 }))).toBe(99);
});

test('a size that was read off a page is told as about right', () => {
  expect(sizeText({ sizeBytes: 115_000_000, sizeIsApproximate: true })).toBe('about 115 MB');
  expect(sizeText({ sizeBytes: 115_000_000, sizeIsApproximate: false })).toBe('115 MB');
});

test('another way to have a model is named where its message names none', () => {
  const failed = (code: string) => download({ state: 'failed', error: { code, message: 'No.' } });
  expect(leavesNoWay(failed('hub.failing'))).toBe(true);
  expect(leavesNoWay(failed('hub.unreachable'))).toBe(false);
  expect(leavesNoWay(failed('disk.room'))).toBe(false);
});

test('what arrived and what failed is news; progress, cancelling and dismissing are not', () => {
  const running = download({});
  const news = (before: Download[], downloads: Download[], isListChanged = false) =>
    downloadNews(before, { downloads, isListChanged });
  expect(news([running], [download({ receivedBytes: 50_000_000 })])).toEqual([]);
  expect(news([running], [], true)).toEqual(['Opus-MT German – English is installed']);
  expect(news([running], [])).toEqual([]);
  expect(news([running], [download({ state: 'stopped' })])).toEqual([]);
  const failed = download({ state: 'failed', error: { code: 'hub.refused', message: 'No.' } });
  expect(news([running], [failed])).toEqual(['Opus-MT German – English was not installed']);
  expect(news([failed], [failed], true)).toEqual([]);
  // Another model came or went while a failed one was dismissed.
  expect(news([failed], [], true)).toEqual([]);
});
