/** From the raw scores of a network to the likeliest tokens. */
import type { Candidates } from '../../models/translation/decoder.ts';

/** Logits this far below the best add less than 10⁻⁶ to the sum, even 60,000 of them: their exponentials are spared. */
const NEGLIGIBLE = 25;

/**
 * The `width` likeliest tokens of every row and their log-probabilities (log softmax).
 *
 * @param logits `rows × vocabulary`; changed: what is suppressed is set to −∞
 */
export function likeliest(
  logits: Float32Array,
  rows: number,
  width: number,
  suppressed: readonly number[],
): Candidates {
  const vocabulary = logits.length / rows;
  const tokens = new Int32Array(rows * width);
  const logProbs = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const own = logits.subarray(row * vocabulary, (row + 1) * vocabulary);
    for (const token of suppressed) own[token] = -Infinity;
    const best = width === 1 ? [greatest(own)] : greatestFew(own, width);
    const top = own[best[0] ?? 0] ?? -Infinity;
    const logSum = logOfSum(own, top);
    best.forEach((token, rank) => {
      tokens[row * width + rank] = token;
      logProbs[row * width + rank] = (own[token] ?? -Infinity) - top - logSum;
    });
  }
  return { tokens, logProbs };
}

/** Index of the greatest value; of equals the first; NaN is never the greatest. */
function greatest(values: Float32Array): number {
  let index = 0;
  let best = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? -Infinity;
    if (value > best) {
      best = value;
      index = i;
    }
  }
  return index;
}

/** Indices of the greatest values, greatest first; of equals the first. */
function greatestFew(values: Float32Array, count: number): number[] {
  const found: number[] = [];
  let least = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? -Infinity;
    if (!(value > least) && (found.length >= count || Number.isNaN(value))) continue;
    const place = found.findIndex((index) => (values[index] ?? -Infinity) < value);
    found.splice(place < 0 ? found.length : place, 0, i);
    if (found.length > count) found.pop();
    if (found.length === count) least = values[found.at(-1) ?? 0] ?? -Infinity;
  }
  return found;
}

function logOfSum(values: Float32Array, top: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const below = (values[i] ?? -Infinity) - top;
    if (below > -NEGLIGIBLE) sum += Math.exp(below);
  }
  return Math.log(sum);
}
