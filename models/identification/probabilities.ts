/**
 * One log-linear model for all languages, with three kinds of evidence:
 *
 * - the n-gram score, times the root of the number of letters: it is a mean, and the error of a mean shrinks so;
 * - the marks of a cluster of relatives (`clusters/`), which speak only between its members;
 * - the script, which excludes every language that does not write it.
 *
 * "Some other language" (`und`) competes with the score that languages outside the n-gram table reach at most.
 */
import { strengths, type Cluster } from './cluster.ts';
import { clusters } from './clusters/index.ts';
import { uncharted } from './clusters/uncharted.ts';
import { ngramScores } from './ngrams.ts';
import { stretchesOf, type Stretch } from './sample.ts';

/**
 * Natural log-odds for a lead of 1 in the score of one letter. Fitted to every second development sentence, to its first 45 and its
 * first 20 characters; on the others the confidence is then off by 1–3 points (expected calibration error).
 */
const SCORE_WEIGHT = 11;
/** The score of "some other language": high where many languages outside the table share the script and borrow words. */
const otherScores: Readonly<Record<string, number>> = {
  Latn: 0.62,
  Cyrl: 0.6,
  Arab: 0.55,
  Deva: 0.55,
  Ethi: 0.55,
  Hebr: 0.5,
};
const OTHER_SCORE = 0.3;
/** The scores of short texts scatter: so much (natural log-odds) may be missing to the right language. */
const SHORT_TEXT = 3.5;
/** Natural log-odds of a language of `uncharted` among all that `und` may be. */
const UNCHARTED_RARITY = 3;
/** The chance that a stretch (a quotation, a line of names) is not in the language of its text. */
const STRAY = 0.002;

/**
 * @returns by BCP 47 tag, with `und`, in no order, together 1; empty for a text without letters.
 * Each language is taken to be that of every stretch, strays excepted, so that a mixed text still has a main language.
 */
export async function probabilities(text: string): Promise<Map<string, number>> {
  const all = await Promise.all(stretchesOf(text).map(async (stretch) => normalise(await logOdds(stretch))));
  const [only] = all;
  if (only === undefined || all.length === 1) return only ?? new Map();
  const languages = new Set(all.flatMap((odds) => [...odds.keys()]));
  const stray = STRAY / languages.size;
  const sums = [...languages].map((language) => {
    const logs = all.map((odds) => Math.log((1 - STRAY) * (odds.get(language) ?? 0) + stray));
    return [language, logs.reduce((sum, log) => sum + log, 0)] as const;
  });
  return normalise(new Map(sums));
}

/** Natural log-odds of every language that writes the script, up to a constant. */
async function logOdds(stretch: Stretch): Promise<Map<string, number>> {
  const weight = SCORE_WEIGHT * Math.sqrt(stretch.letters);
  const scores = await ngramScores(stretch);
  const odds = new Map([...scores].map(([language, score]) => [language, weight * score]));
  const [best] = [...odds].toSorted(([, a], [, b]) => b - a);
  const cluster = clusters.find(
    ({ script, members }) => script === stretch.script && members.includes(best?.[0] ?? ''),
  );
  if (cluster !== undefined) decide(cluster, stretch.words, odds);

  const marks = strengths(uncharted, stretch.words);
  const other = weight * (otherScores[stretch.script] ?? OTHER_SCORE) - SHORT_TEXT;
  for (const [language, strength] of marks) odds.set(language, other + strength - UNCHARTED_RARITY);
  odds.set('und', other + (marks.get('und') ?? 0));
  return odds;
}

/**
 * Divides the chance of a family of relatives anew: between all its members, those that the n-gram table lacks included, by
 * what the marks say. The chance of the family as a whole against all other languages stays as it is.
 */
function decide(
  { members, borrowed, marks }: Cluster,
  words: readonly string[],
  odds: Map<string, number>,
): void {
  const whole = logSum(members.map((member) => odds.get(member) ?? -Infinity));
  for (const { language, from, rarity } of borrowed) {
    odds.set(language, Math.max(...from.map((relative) => odds.get(relative) ?? 0)) - rarity);
  }
  const evidence = strengths(marks, words);
  const weighed = members.map((member) => (odds.get(member) ?? 0) + (evidence.get(member) ?? 0));
  const shift = whole - logSum(weighed);
  for (const [index, member] of members.entries()) odds.set(member, (weighed[index] ?? 0) + shift);
}

/** The logarithm of the sum of chances that are given as logarithms. */
function logSum(logs: readonly number[]): number {
  const best = Math.max(...logs);
  return best + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - best), 0));
}

function normalise(odds: ReadonlyMap<string, number>): Map<string, number> {
  const whole = logSum([...odds.values()]);
  return new Map([...odds].map(([language, log]) => [language, Math.exp(log - whole)]));
}
