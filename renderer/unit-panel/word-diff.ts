export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

const tokens = (text: string): string[] =>
  text.match(/\s+|[\p{L}\p{N}\p{M}’']+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];

/** Beyond so many comparisons the middle is shown as replaced: a panel must never freeze the typing. */
const MOST_COMPARISONS = 1_000_000;

/**
 * What an editor took out of one text and put in, word by word.
 *
 * The longest common subsequence of words, spaces and signs, after the common beginning and end are set aside.
 *
 * @returns parts in reading order; `same` and `removed` together are `before`, `same` and `added` are `after`
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = tokens(before);
  const b = tokens(after);
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;

  const parts: DiffPart[] = [];
  const add = (kind: DiffPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  add('same', a.slice(0, head).join(''));
  const middle = compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  for (const { kind, text } of middle) add(kind, text);
  add('same', a.slice(a.length - tail).join(''));
  return parts;
}

function compare(a: string[], b: string[]): DiffPart[] {
  const replaced: DiffPart[] = [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ];
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_COMPARISONS) return replaced;

  // common[i][j]: length of the longest common subsequence of a from i and b from j.
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left = '', right = ''] = [a[i], b[j]];
    if (i < a.length && j < b.length && left === right) {
      parts.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'removed', text: left });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: right });
      j += 1;
    }
  }
  return parts;
}
