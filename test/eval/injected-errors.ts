/** Right translations made wrong, each in one way that a machine makes or a hurried editor overlooks. */

export const errorKinds = ['clause', 'number', 'repeated', 'untranslated', 'name'] as const;
export type ErrorKind = (typeof errorKinds)[number];

export interface Pair {
  source: string;
  target: string;
  /** BCP 47, of the source; the target is English. */
  language: string;
}

/** 0 ≤ x < 1, the same sequence for the same seed (Park & Miller 1988). */
export function randomFrom(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2147483647;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (let warm = 0; warm < 8; warm++) next();
  return next;
}

type Random = () => number;

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)];

/** The translation with one error of the kind, null where it has no place for one. */
export function withError(pair: Pair, kind: ErrorKind, random: Random): string | null {
  const wrong = {
    clause: droppedClause,
    number: wrongNumber,
    repeated: repeatedPhrase,
    untranslated: untranslatedSentence,
    name: wrongName,
  }[kind](pair, random);
  return wrong === null || wrong === pair.target ? null : wrong;
}

/** A clause or phrase left out: from a comma, a dash or a word that opens one to the next, a fifth to two thirds of the words. */
function droppedClause({ target }: Pair, random: Random): string | null {
  const words = target.split(' ');
  const opens = (word: string) =>
    /^(?:and|but|or|which|that|who|while|after|before|when|where|because|although|in|with|during|despite|near|amid|to)$/.test(
      word,
    );
  const borders = words.flatMap((word, at) =>
    at > 0 && (opens(word) || /[,;:–—]$/.test(words[at - 1] ?? '')) ? [at] : [],
  );
  const stretches = borders.flatMap((from) =>
    [...borders, words.length]
      .filter((to) => to - from >= 3 && to - from >= words.length / 5 && to - from <= (words.length * 2) / 3)
      .map((to) => [from, to] as const),
  );
  const stretch = pick(stretches, random);
  if (stretch === undefined) return null;
  const [from, to] = stretch;
  const stop = to === words.length ? (/[.!?]["”’]?$/.exec(target)?.[0] ?? '') : '';
  return `${[...words.slice(0, from), ...words.slice(to)].join(' ').replace(/[,;:–—]?$/, '')}${stop}`;
}

const numberWords = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

/** One number replaced by another: a digit changed, or a number word. */
function wrongNumber({ target }: Pair, random: Random): string | null {
  const places = [
    ...target.matchAll(/\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g),
  ];
  const place = pick(places, random);
  if (place === undefined) return null;
  const [written] = place;
  const others = numberWords.filter((word) => word !== written);
  const put = /\d/.test(written) ? otherDigits(written, random) : (pick(others, random) ?? '');
  return target.slice(0, place.index) + put + target.slice(place.index + written.length);
}

function otherDigits(written: string, random: Random): string {
  const at =
    pick(
      [...written.matchAll(/\d/g)].map(({ index }) => index),
      random,
    ) ?? 0;
  const digit = (Number(written[at]) + 1 + Math.floor(random() * 8)) % 10;
  return written.slice(0, at) + String(at === 0 && digit === 0 ? 5 : digit) + written.slice(at + 1);
}

/** Two to five words come again, once to three times. */
function repeatedPhrase({ target }: Pair, random: Random): string | null {
  const words = target.split(' ');
  const length = 2 + Math.floor(random() * 4);
  if (words.length < length + 1) return null;
  const from = Math.floor(random() * (words.length - length));
  const phrase = words.slice(from, from + length);
  const copies = Array.from({ length: 1 + Math.floor(random() * 3) }, () => phrase).flat();
  return [...words.slice(0, from + length), ...copies, ...words.slice(from + length)].join(' ');
}

/** The original where a translation should be: of several sentences one, when both sides have as many. */
function untranslatedSentence({ source, target }: Pair, random: Random): string | null {
  const sentences = (text: string) => text.split(/(?<=[.!?]["”“«»]?)\s+(?=["„“”»]?\p{Lu})/u);
  const [from, to] = [sentences(source), sentences(target)];
  if (source.split(' ').length < 3) return null;
  if (from.length < 2 || from.length !== to.length) return source;
  const at = Math.floor(random() * to.length);
  return to.map((sentence, index) => (index === at ? (from[index] ?? '') : sentence)).join(' ');
}

const otherNames =
  'Lindqvist Moreno Tanaka Okafor Petrenko Rossi Haddad Novak Fischer Dubois Jensen Kowalski Silva Mbeki Larsen Papadopoulos Sato Ivanova Horvat Murphy Nairobi Lima Toronto Hanoi Dakar Bergen Porto Graz Tallinn Perth'.split(
    ' ',
  );

/** One word with a capital inside a sentence, replaced by the name of somebody or some place else. */
function wrongName({ target }: Pair, random: Random): string | null {
  const places = [...target.matchAll(/(?<=\p{Ll},? )\p{Lu}\p{Ll}{2,}/gu)].filter(
    ([word]) => !/^(?:Mr|Mrs|Ms|The|This|That|And|But)$/.test(word),
  );
  const place = pick(places, random);
  if (place === undefined) return null;
  const name =
    pick(
      otherNames.filter((other) => !target.includes(other)),
      random,
    ) ?? '';
  return target.slice(0, place.index) + name + target.slice(place.index + place[0].length);
}
