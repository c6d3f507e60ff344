/**
 * How surely the confidence brings wrong translations to the editor's eyes: errors are injected into right translations, and the units
 * are looked at in the order of their scores, worst first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSamples } from '../../data/samples/samples.ts';
import { parseBeads } from '../../models/alignment/beads.ts';
import { confidence, type ReasonCode } from '../../models/quality/confidence.ts';
import { segment } from '../../models/segmentation/segment.ts';
import sentences from '../fixtures/mini/sentences.json' with { type: 'json' };
import { ForcedDecoder } from './forced-decoding.ts';
import { errorKinds, randomFrom, withError, type ErrorKind, type Pair } from './injected-errors.ts';
import type { Row } from './row.ts';

/** A pair that was scored, as it is or with an error. */
interface Scored {
  kind: ErrorKind | null;
  score: number;
  codes: ReasonCode[];
}

type Score = (pair: Pair) => Promise<Omit<Scored, 'kind'>>;

/** Each is another draw of which units are wrong, and how: one draw of a small set says little. */
const rounds = 40;
const seldom = 0.1;
const balanced = 0.5;

/** Reasons that accuse the translation of an error, unlike those that say how it looks ("much shorter"). */
const accusations = new Set<ReasonCode>(['number', 'name', 'repetition', 'untranslated', 'script']);

/** @param data the folder of the development sets; without it only our samples and the mini model's sentences are scored */
export async function rows(data?: string): Promise<Row[]> {
  const plain: Score = (pair) => Promise.resolve(judged(pair, null));
  const sets = [{ set: 'samples', pairs: samples() }, ...(data === undefined ? [] : developmentSets(data))];
  const written = await Promise.all(sets.map(({ set, pairs }) => rowsOf(set, pairs, plain)));
  const decoder = await ForcedDecoder.open(join(import.meta.dirname, '../../models/mini/weights'));
  const forced: Score = async (pair) => judged(pair, await decoder.score(pair.source, pair.target));
  const made = await rowsOf('mini, without log-probs', miniPairs(), plain);
  const scored = await rowsOf('mini, with log-probs', miniPairs(), forced);
  await decoder.close();
  return [...written.flat(), ...made, ...scored];
}

function judged(
  { source, target, language }: Pair,
  forced: { tokens: number; meanLogProb: number; minLogProb: number } | null,
): Omit<Scored, 'kind'> {
  const { score, reasons } = confidence({
    source,
    target,
    languages: { source: language, target: 'en' },
    meanLogProb: forced?.meanLogProb ?? null,
    minLogProb: forced?.minLogProb ?? null,
    tokens: forced?.tokens ?? null,
    stop: forced === null ? null : 'end',
  });
  return { score, codes: reasons.map(({ code }) => code) };
}

async function rowsOf(set: string, pairs: readonly Pair[], score: Score): Promise<Row[]> {
  const right = await Promise.all(pairs.map(async (pair) => ({ kind: null, ...(await score(pair)) })));
  const accused = right.filter(({ codes }) => codes.some((code) => accusations.has(code)));
  const high = right.filter(({ score: value }) => value >= 0.8);
  const rare = await draws(pairs, right, seldom, score);
  const half = await draws(pairs, right, balanced, score);
  return [
    {
      set,
      system: `${pairs.length} units, 1 in 10 wrong`,
      figures: {
        'worst 10%': recall(rare, 0.1),
        'worst 20%': recall(rare, 0.2),
        'worst 30%': recall(rare, 0.3),
        ...Object.fromEntries(errorKinds.map((kind) => [kind, recall(rare, 0.2, kind)])),
        falseAlarms: accused.length / right.length,
        'score ≥ .8': high.length / right.length,
      },
    },
    { set, system: 'half wrong', figures: { 'worst 50%': recall(half, 0.5) } },
  ];
}

/** For each round all units, a share of them with an error of a random kind (of another, where the unit has no place for it). */
async function draws(
  pairs: readonly Pair[],
  right: readonly Scored[],
  share: number,
  score: Score,
): Promise<Scored[][]> {
  return Promise.all(
    Array.from({ length: rounds }, async (_, round) => {
      const random = randomFrom(round + 1);
      return Promise.all(
        right.map(async (scored, index) => {
          const pair = pairs[index];
          const wrong = pair !== undefined && random() < share ? spoiled(pair, random) : null;
          if (pair === undefined || wrong === null) return scored;
          return { kind: wrong.kind, ...(await score({ ...pair, target: wrong.target })) };
        }),
      );
    }),
  );
}

function spoiled(pair: Pair, random: () => number): { kind: ErrorKind; target: string } | null {
  const first = Math.floor(random() * errorKinds.length);
  const order = [...errorKinds.slice(first), ...errorKinds.slice(0, first)];
  for (const kind of order) {
    const target = withError(pair, kind, random);
    if (target !== null) return { kind, target };
  }
  return null;
}

/** The share of the injected errors, of one kind or of all, that are among so many of the worst units of their round. */
function recall(draw: readonly (readonly Scored[])[], share: number, kind?: ErrorKind): number {
  let wrong = 0;
  let found = 0;
  for (const units of draw) {
    const worst = new Set(
      units.toSorted((a, b) => a.score - b.score).slice(0, Math.round(units.length * share)),
    );
    for (const unit of units) {
      if (unit.kind === null || (kind !== undefined && unit.kind !== kind)) continue;
      wrong += 1;
      if (worst.has(unit)) found += 1;
    }
  }
  return found / wrong;
}

function samples(): Pair[] {
  return readSamples().flatMap(({ bytes, language, english, beads }) => {
    const source = cut(new TextDecoder().decode(bytes), language);
    const target = cut(english, 'en');
    return beads
      .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
      .map((bead) => ({
        source: bead.source.map((index) => source[index] ?? '').join(' '),
        target: bead.target.map((index) => target[index] ?? '').join(' '),
        language,
      }));
  });
}

const cut = (text: string, language: string): string[] =>
  segment(text, language).sentences.map(({ start, end }) => text.slice(start, end));

const miniPairs = (): Pair[] =>
  sentences.held.map(([source = '', target = '', language = '']) => ({ source, target, language }));

/**
 * Translated news, a paragraph a line: `news/<language>/NAME.<language>.txt` with `NAME.en.txt`, which the rules were tuned with;
 * and the beads of other documents, `alignment/ntrex/<language>-en/NAME.{src,tgt,gold}`. Of these the first five of a language
 * (`00`–`04`) were looked through for false alarms; the others are unseen, and no rule was ever held against them.
 */
function developmentSets(data: string): { set: string; pairs: Pair[] }[] {
  const news = foldersIn(join(data, 'news')).map((language) => ({
    set: `news ${language}`,
    pairs: newsPairs(join(data, 'news', language), language),
  }));
  const aligned = foldersIn(join(data, 'alignment/ntrex'));
  const unseen = aligned.flatMap((pair) => beadPairs(join(data, 'alignment/ntrex', pair), pair.slice(0, 2)));
  return [
    ...news,
    { set: 'news', pairs: news.flatMap(({ pairs }) => pairs) },
    { set: 'unseen news', pairs: unseen },
  ].filter(({ pairs }) => pairs.length > 0);
}

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      )
    : [];

function beadPairs(folder: string, language: string): Pair[] {
  return readdirSync(folder)
    .filter((file) => /^0[5-9].*\.gold$/.test(file))
    .toSorted()
    .flatMap((file) => {
      const stem = join(folder, file.slice(0, -'.gold'.length));
      const [source, target] = [lines(`${stem}.src`), lines(`${stem}.tgt`)];
      const text = (side: readonly string[], at: readonly number[]) =>
        at.map((index) => side[index] ?? '').join(' ');
      return parseBeads(readFileSync(`${stem}.gold`, 'utf8'))
        .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
        .map((bead) => ({ source: text(source, bead.source), target: text(target, bead.target), language }));
    });
}

function newsPairs(folder: string, language: string): Pair[] {
  const ending = `.${language}.txt`;
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .toSorted()
    .flatMap((file) => {
      const source = lines(join(folder, file));
      const target = lines(join(folder, file.replace(ending, '.en.txt')));
      return source.map((line, index) => ({ source: line, target: target[index] ?? '', language }));
    });
}

const lines = (file: string): string[] => readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
