/**
 * Loops: a network that has lost the thread repeats one phrase until it is stopped ("of the city of the city of …").
 * Found while decoding, so that the editor gets the first copy at once and not three hundred of them a minute later.
 */

/** The longest phrase looked for, in tokens. */
const LONGEST_PHRASE = 32;
/** A loop is at least this many tokens… */
const SHORTEST_LOOP = 16;
/** …and at least this many times the same phrase: "no, no, no" is not a loop. */
const FEWEST_COPIES = 3;

/**
 * Whether `tokens` end in a loop.
 * @returns how many tokens remain when all copies but the first are cut off, or null when there is no loop
 */
export function lengthBeforeLoop(tokens: readonly number[]): number | null {
  for (let phrase = 1; phrase <= LONGEST_PHRASE; phrase++) {
    const copies = Math.max(FEWEST_COPIES, Math.ceil(SHORTEST_LOOP / phrase));
    if (repeatedTail(tokens, phrase) < copies * phrase) continue;
    return firstCopyEnd(tokens, phrase);
  }
  return null;
}

/** Whether a loop stands anywhere in `tokens`: then the writer wanted it ("……………", a table), and it may be translated. */
export function holdsLoop(tokens: readonly number[]): boolean {
  return tokens.some(
    (_, index) => lengthBeforeLoop(tokens.slice(Math.max(0, index - 128), index + 1)) !== null,
  );
}

/** The length of the longest tail in which every token equals the one `phrase` tokens before it, first copy included. */
function repeatedTail(tokens: readonly number[], phrase: number): number {
  let length = phrase;
  while (
    length < tokens.length &&
    tokens[tokens.length - 1 - length] === tokens[tokens.length - 1 - length + phrase]
  ) {
    length++;
  }
  return Math.min(length, tokens.length);
}

const firstCopyEnd = (tokens: readonly number[], phrase: number): number =>
  tokens.length - repeatedTail(tokens, phrase) + phrase;
