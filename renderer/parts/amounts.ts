/** Amounts as an editor reads them. */

const KB = 1e3;
const MB = 1e6;
const GB = 1e9;

/** E.g. "40 KB", "1.6 MB", "112 MB", "1.3 GB", "96 GB". */
export function bytes(count: number): string {
  // What would be rounded up to 1000 MB is a gigabyte.
  if (count >= GB - MB / 2) return `${oneDigit(count / GB)} GB`;
  if (count >= MB / 10) return `${oneDigit(count / MB)} MB`;
  return `${Math.round(count / KB)} KB`;
}

/** Both in the unit of the whole: "48 of 112 MB". */
export function bytesOf(part: number, whole: number): string {
  const [amount = '', unit = 'MB'] = bytes(whole).split(' ');
  const there = Math.min(part, whole) / { KB, MB, GB }[unit as 'KB' | 'MB' | 'GB'];
  return `${unit === 'KB' ? Math.round(there) : oneDigit(there)} of ${amount} ${unit}`;
}

const oneDigit = (amount: number): string =>
  amount < 9.95 ? amount.toFixed(1) : Math.round(amount).toLocaleString('en');

/** As one says it, e.g. "about 4 minutes left". */
export function timeLeft(seconds: number): string {
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 50) return 'less than a minute left';
  if (seconds < 90) return 'about a minute left';
  const minutes = Math.round(seconds / 60);
  if (minutes < 55) return `about ${minutes} minutes left`;
  if (minutes < 90) return 'about an hour left';
  return `about ${Math.round(minutes / 60)} hours left`;
}

const ago = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** E.g. "just now", "5 minutes ago", "yesterday"; a date from a month on. */
export function timeAgo(at: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return ago.format(-minutes, 'minute');
  if (minutes < 24 * 60) return ago.format(-Math.floor(minutes / 60), 'hour');
  const days = Math.floor(minutes / (24 * 60));
  if (days < 30) return ago.format(-days, 'day');
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
