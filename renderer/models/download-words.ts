import type { Download, KnownModel } from '../../electron/contract.ts';
import { bytes, bytesOf, timeLeft } from '../parts/amounts.ts';

/** Something is being done about it, so that it ends by itself. */
export const isUnderWay = ({ state }: Pick<Download, 'state'>): boolean =>
  state === 'queued' || state === 'running' || state === 'checking';

/** What a known model weighs, as far as its makers tell: "about 112 MB". */
export const sizeText = ({
  sizeBytes,
  sizeIsApproximate,
}: Pick<KnownModel, 'sizeBytes' | 'sizeIsApproximate'>): string =>
  `${sizeIsApproximate ? 'about ' : ''}${bytes(sizeBytes)}`;

/** Trouble of the network or the hub whose message names no other way to have the model. */
export const leavesNoWay = ({ error }: Pick<Download, 'error'>): boolean =>
  error !== null && /^hub\.(?:busy|failing|stalled|interrupted|web-page)$/u.test(error.code);

/** Where a model that was brought may be all right by itself the next time: a stick that is back, room that was made. */
const MAY_PASS = /^(?:file|disk|internal|model\.(?:busy|place|in-place))/u;

/** What was brought is no good, and will not be the next time either: another copy is to be chosen. */
export const isNoGood = ({ from, error }: Pick<Download, 'from' | 'error'>): boolean =>
  from === 'path' && error !== null && error.code !== 'model.consent' && !MAY_PASS.test(error.code);

/** How a download stands, e.g. "48 of 112 MB · 3.4 MB/s · about 20 seconds left". */
export function downloadText(download: Download): string {
  const { state, receivedBytes, totalBytes, bytesPerSecond, secondsLeft, retrying } = download;
  const amount = totalBytes === null ? bytes(receivedBytes) : bytesOf(receivedBytes, totalBytes);
  switch (state) {
    case 'queued':
      return 'Waiting for its turn';
    case 'checking':
      return 'Checking that every byte is right…';
    case 'stopped':
      return `Stopped at ${amount}; what has come is kept`;
    case 'failed':
      return 'Not installed';
    case 'running':
      if (retrying !== null) return `${retrying} Trying again…`;
      return [
        amount,
        bytesPerSecond !== null && `${bytes(bytesPerSecond)}/s`,
        secondsLeft !== null && timeLeft(secondsLeft),
      ]
        .filter(Boolean)
        .join(' · ');
  }
}

/** How much of it is there, in percent; null when that cannot be told. */
export function percentOf({ receivedBytes, totalBytes }: Pick<Download, 'receivedBytes' | 'totalBytes'>) {
  return totalBytes === null || totalBytes === 0
    ? null
    : Math.min(100, Math.floor((100 * receivedBytes) / totalBytes));
}
