/**
 * Cutting a sentence that is too long for the network, where a reader would draw breath.
 * The network would drop everything beyond its last position without a word.
 */

/** From the best place to cut to the worst; a cut is made behind the match. */
const BOUNDARIES = [
  // Not behind an ordinal or an initial: "21. August", "z. B.", "J. Kim".
  /(?<!\d|(?<!\p{L})\p{L})[.!?…]["'”»“’)\]]*\s+|[。！？]["'”»“’)\]」』）]*\s*/gu,
  /[;:]["'”»“’)\]]*\s+|\s[–—-]\s+|[；：]["'”»“’)\]」』）]*\s*/gu,
  /,["'”»“’)\]]*\s+|[，、،]["'”»“’)\]」』）]*\s*/gu,
  /\s+/gu,
];

/** A cut in the middle of a word, of a script that sets words apart by spaces. */
const WITHIN_WORD = /[\p{L}\p{M}\p{N}]$/u;
const WORD_GOES_ON = /^[\p{L}\p{M}\p{N}]/u;
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]$/u;

/**
 * The parts of `text`, in order, each of which `fits`; together they are the text, white space at the cuts included.
 * Text that cannot be cut any further (one character) is returned even if it does not fit.
 */
export function splitAtClauses(text: string, fits: (part: string) => boolean): string[] {
  if (fits(text)) return [text];
  const cut = bestCut(text);
  if (cut === null) return [text];
  return [...splitAtClauses(text.slice(0, cut), fits), ...splitAtClauses(text.slice(cut), fits)];
}

/** What stands between the translations of two parts: nothing where the cut tore a word (an address, a long number), else a space. */
export function joint(before: string, after: string): '' | ' ' {
  const isTorn = WITHIN_WORD.test(before) && WORD_GOES_ON.test(after) && !WITHOUT_SPACES.test(before);
  return isTorn ? '' : ' ';
}

/** The cut nearest to the middle at the best kind of boundary that the middle half of the text has. */
function bestCut(text: string): number | null {
  const middle = text.length / 2;
  for (const boundary of BOUNDARIES) {
    const nearest = [...text.matchAll(boundary)]
      .map((match) => match.index + match[0].length)
      .filter((cut) => cut > text.length / 4 && cut < (text.length * 3) / 4)
      .reduce<number | null>((best, cut) => {
        return best === null || Math.abs(cut - middle) < Math.abs(best - middle) ? cut : best;
      }, null);
    if (nearest !== null) return nearest;
  }
  const cut = Math.floor(middle);
  // Never between the halves of a surrogate pair.
  const safe =
    /[\uDC00-\uDFFF]/u.test(text.charAt(cut)) && /[\uD800-\uDBFF]/u.test(text.charAt(cut - 1))
      ? cut + 1
      : cut;
  return safe > 0 && safe < text.length ? safe : null;
}
