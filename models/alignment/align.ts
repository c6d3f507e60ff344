import { checkInput } from './check-input.ts';
import { joinCues } from './cues.ts';
import { joinLinks, wordCues, type WordLinks } from './links.ts';
import { finalBeads, roughBeads, type PassInput, type ProbableBead } from './pass.ts';
import { cognates } from './signals/cognates.ts';
import { inducedLexicon, knownLexicon } from './signals/lexicon.ts';
import { names } from './signals/names.ts';
import { numbers } from './signals/numbers.ts';
import { paragraphOdds } from './signals/paragraphs.ts';
import { punctuation } from './signals/punctuation.ts';
import { translation } from './signals/translation.ts';
import type { AlignmentSide, AlignmentTask, AlignOptions, Bead } from './types.ts';
import { weights } from './weights.ts';
import { vocabularyOf, wordSets } from './words.ts';

/**
 * Pairs the sentences of a text with those of its translation.
 *
 * Every signal speaks in log odds against chance, so that they can be added (`cues.ts`, `evidence.ts`). A first pass knows lengths,
 * numbers, names, words that look alike, punctuation, paragraphs, and the machine translation where there is one; from its
 * beads the second learns which words translate each other here. Both search a band about a chain of sure pairs (`anchors.ts`,
 * `band.ts`), so that time and memory grow with the text's length and not with its square.
 *
 * Texts that do not translate each other are aligned all the same; the confidence tells.
 *
 * @param source up to 100,000 sentences; so `target`
 * @param options `signal` is looked at between the stages: the function is synchronous, and takes seconds for a book
 * @returns beads in order; each sentence of both sides is in exactly one of them
 * @throws InputError `alignment.too-long`, `alignment.paragraphs`, `alignment.mt-lines`, `language.unknown`; and the reason of
 * `options.signal` when it is aborted
 */
export function align(source: AlignmentSide, target: AlignmentSide, options: AlignOptions = {}): Bead[] {
  checkInput(source, target, options);
  const { mt, ...withoutMt } = options;
  const task: AlignmentTask = { source, target, options: isNearlyComplete(mt) ? options : withoutMt };
  const words = { source: wordSets(source.sentences), target: wordSets(target.sentences) };
  const cues = joinCues([numbers(task), punctuation(task), ...translation(task)]);
  const sourceLengths = source.sentences.map(lettersOf);
  const targetLengths = target.sentences.map(lettersOf);
  const paragraph = paragraphOdds(source, target);
  const wordWeight = task.options.mt === undefined ? weights.words.weight : weights.words.weightBesideMt;

  const input = (links: WordLinks, ratio: number): PassInput => {
    options.signal?.throwIfAborted();
    const all = joinCues([cues, wordCues(words.source, words.target, links, wordWeight)]);
    return { cues: all, sourceLengths, targetLengths, ratio, paragraph };
  };

  const known = joinLinks([
    cognates(vocabularyOf(words.source), vocabularyOf(words.target)),
    names(vocabularyOf(words.source), vocabularyOf(words.target), source.language, target.language),
    knownLexicon(options.lexicon),
  ]);
  const rough = roughBeads(input(known, ratioOf(sourceLengths, targetLengths))).filter(hasTwoSides);
  const learnt = inducedLexicon(rough, words.source, words.target);
  const ratio = ratioOf(
    rough.flatMap((bead) => bead.source.map((sentence) => sourceLengths[sentence] ?? 0)),
    rough.flatMap((bead) => bead.target.map((sentence) => targetLengths[sentence] ?? 0)),
  );
  return finalBeads(input(joinLinks([known, learnt]), ratio));
}

/**
 * A machine translation with many gaps does harm: beside one the words themselves count for little, and where it says nothing, so
 * does everything. Measured: a single translated sentence takes news from .93 to .81.
 */
const isNearlyComplete = (mt: readonly string[] | undefined): boolean =>
  mt !== undefined && mt.filter((line) => line.trim() !== '').length >= 0.9 * mt.length;

const hasTwoSides = ({ source, target }: ProbableBead): boolean => source.length > 0 && target.length > 0;

/** Length in letters of an alphabet. A character of Chinese, Japanese or Korean writing says about as much as two and a half. */
const lettersOf = (sentence: string): number =>
  Math.max(1, sentence.trim().length + 1.5 * (sentence.match(dense)?.length ?? 0));

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** So many letters that would be translated one for one stand beside the texts' own: a short text with a gap says little. */
const evenLetters = 1000;

/** Target letters for one source letter. */
const ratioOf = (source: readonly number[], target: readonly number[]): number =>
  (sum(target) + evenLetters) / (sum(source) + evenLetters);

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);
