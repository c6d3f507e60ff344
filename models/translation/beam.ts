/**
 * Beam search of a batch, with the semantics of Marian (marian-dev, `src/translator/beam_search.cpp`, `history.h`):
 *
 * - the score of a hypothesis is the sum of its log-probabilities; at every step the best continuations of all live
 *   hypotheses of a sentence go on, as many as its beam is wide;
 * - a hypothesis that ends leaves, and the beam of its sentence is narrower by one from then on;
 * - the search ends when no hypothesis is left, or at the length limit; the best score divided by length^α wins, where
 *   the length counts the end mark.
 *
 * Unlike Marian, a hypothesis that was cut off (at the limit, or in a loop) wins only where none has ended by itself:
 * an editor is better served by a whole sentence than by half of a likelier one.
 */
import type { Candidates, Decoder } from './decoder.ts';
import type { Decoded, DecodingRules, Row } from './decoding.ts';
import { feedPrefix } from './greedy.ts';
import { holdsLoop, lengthBeforeLoop } from './loops.ts';

/** α as Opus-MT decodes and validates (OPUS-MT-train: `marian-decoder … -n1`, `--normalize 1`). */
const LENGTH_EXPONENT = 1;

export interface BeamRules extends DecodingRules {
  /** Hypotheses of a sentence. */
  width: number;
  /** α: the score is divided by length^α; 0 prefers short translations. Default 1. */
  lengthExponent?: number;
}

/** The beginning of a translation, on its way. */
interface Hypothesis {
  tokens: number[];
  logProbs: number[];
  /** Sum of `logProbs`. */
  score: number;
  /** The row of the decoder that it continues. */
  row: number;
}

interface Outcome extends Decoded {
  /** Score by length^α. */
  normalised: number;
}

/** A sentence and its beam. */
interface Beam {
  index: number;
  limit: number;
  mayLoop: boolean;
  /** How many hypotheses may still go on. */
  width: number;
  live: Hypothesis[];
  best: Outcome | null;
}

/**
 * Decodes all rows of a batch; each becomes a group of rows of the decoder, as many as its beam has live hypotheses.
 * @param onDecoded called once for each row as soon as its beam is empty
 * @throws the signal's reason, within one step of its abort
 */
export async function decodeByBeam(
  decoder: Decoder,
  rows: readonly Row[],
  rules: BeamRules,
  onDecoded: (index: number, decoded: Decoded) => void,
): Promise<void> {
  let beams = rows.map(({ source, limit }, index): Beam => {
    // One hypothesis at first: with several alike, the beam would fill with copies of one translation.
    const live = [{ tokens: [], logProbs: [], score: 0, row: index }];
    return { index, limit, mayLoop: holdsLoop(source), width: rules.width, live, best: null };
  });
  const first = await feedPrefix(decoder, rows.length, rules);
  while (beams.length > 0) {
    rules.signal?.throwIfAborted();
    const live = beams.flatMap((beam) => beam.live);
    const widest = Math.max(...beams.map((beam) => beam.width));
    const candidates = await decoder.step(
      live.map(({ tokens }) => tokens.at(-1) ?? first),
      widest,
    );
    rules.onStep?.();
    for (const beam of beams) advance(beam, candidates, widest, rules);
    for (const { index, live: left, best } of beams) if (left.length === 0 && best) onDecoded(index, best);
    beams = beams.filter((beam) => beam.live.length > 0);
    regroup(decoder, beams, live.length);
  }
}

/** Takes a beam one token further. */
function advance(beam: Beam, candidates: Candidates, each: number, rules: BeamRules): void {
  const chosen = bestContinuations(beam.live, candidates, each, beam.width);
  beam.live = [];
  for (const hypothesis of chosen) {
    const stop = stopOf(hypothesis, beam, rules.end);
    if (stop === null) {
      beam.live.push(hypothesis);
      continue;
    }
    beam.width--;
    const outcome = ended(hypothesis, stop, rules.lengthExponent ?? LENGTH_EXPONENT);
    if (beam.best === null || isBetter(outcome, beam.best)) beam.best = outcome;
  }
}

/** The best `count` continuations of the live hypotheses, best score first; of equals that of the earlier hypothesis. */
function bestContinuations(
  live: readonly Hypothesis[],
  { tokens, logProbs }: Candidates,
  each: number,
  count: number,
): Hypothesis[] {
  return live
    .flatMap((hypothesis) =>
      Array.from({ length: each }, (_, rank) => {
        const at = hypothesis.row * each + rank;
        const logProb = logProbs[at] ?? -Infinity;
        return { hypothesis, token: tokens[at] ?? 0, logProb, score: hypothesis.score + logProb };
      }),
    )
    .filter(({ score }) => Number.isFinite(score))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ hypothesis, token, logProb, score }) => ({
      tokens: [...hypothesis.tokens, token],
      logProbs: [...hypothesis.logProbs, logProb],
      score,
      row: hypothesis.row,
    }));
}

/** Why a hypothesis goes no further, or null when it does. */
function stopOf({ tokens }: Hypothesis, { limit, mayLoop }: Beam, end: number): Decoded['stop'] | null {
  if (tokens.at(-1) === end) return 'end';
  if (!mayLoop && lengthBeforeLoop(tokens) !== null) return 'loop';
  return tokens.length >= limit ? 'length' : null;
}

function ended({ tokens, logProbs, score }: Hypothesis, stop: Decoded['stop'], exponent: number): Outcome {
  const normalised = score / logProbs.length ** exponent;
  if (stop === 'end') return { tokens: tokens.slice(0, -1), logProbs, stop, normalised };
  const length = (stop === 'loop' ? lengthBeforeLoop(tokens) : null) ?? tokens.length;
  return { tokens: tokens.slice(0, length), logProbs: logProbs.slice(0, length), stop, normalised };
}

function isBetter(a: Outcome, b: Outcome): boolean {
  if ((a.stop === 'end') !== (b.stop === 'end')) return a.stop === 'end';
  return a.normalised > b.normalised;
}

/** Puts the rows of the decoder in the order of the hypotheses that are live now. */
function regroup(decoder: Decoder, beams: readonly Beam[], rowsBefore: number): void {
  const live = beams.flatMap((beam) => beam.live);
  const rows = live.map((hypothesis) => hypothesis.row);
  live.forEach((hypothesis, position) => (hypothesis.row = position));
  const isAsBefore = rows.length === rowsBefore && rows.every((row, position) => row === position);
  if (rows.length > 0 && !isAsBefore) decoder.keep(rows);
}
