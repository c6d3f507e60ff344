/**
 * How well existing translations are aligned, against hand-set beads: strict F1, and the area under the curve of the confidence
 * (how surely wrong beads come first when sorted by it).
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSamples } from '../../data/samples/samples.ts';
import { align } from '../../models/alignment/align.ts';
import { parseBeads } from '../../models/alignment/beads.ts';
import type { AlignmentSide } from '../../models/alignment/types.ts';
import { segment } from '../../models/segmentation/segment.ts';
import { galeChurch } from './gale-church.ts';
import type { Row } from './row.ts';
import { areaUnderCurve, isRight, scoreBeads, type ScoredBead } from './score-beads.ts';

interface GoldDocument {
  source: AlignmentSide;
  target: AlignmentSide;
  gold: ScoredBead[];
  /** Of the source, line by line. */
  mt?: string[];
}

/** @param data the folder of the development sets; without it only our samples are scored */
export function rows(data?: string): Promise<Row[]> {
  const sets = [
    { set: 'samples', documents: samples() },
    ...(data === undefined ? [] : developmentSets(data)),
  ];
  return Promise.resolve(sets.flatMap(({ set, documents }) => rowsOf(set, documents)));
}

function rowsOf(set: string, documents: readonly GoldDocument[]): Row[] {
  const lengthOnly = documents.map((document) => ({
    gold: document.gold,
    found: galeChurch(document.source.sentences, document.target.sentences),
  }));
  const withoutMt = [
    { set, system: 'Gale–Church', figures: { ...scoreBeads(lengthOnly) } },
    { set, system: 'ours', figures: figuresOf(documents, false) },
  ];
  if (documents.every(({ mt }) => mt === undefined)) return withoutMt;
  return [...withoutMt, { set, system: 'ours, with MT', figures: figuresOf(documents, true) }];
}

function figuresOf(documents: readonly GoldDocument[], withMt: boolean): Record<string, number> {
  const aligned = documents.map(({ source, target, gold, mt }) => ({
    gold,
    found: align(source, target, withMt && mt !== undefined ? { mt } : {}),
  }));
  const beads = aligned.flatMap(({ gold, found }) =>
    found.map((bead) => ({ confidence: bead.confidence, right: isRight(bead, gold) })),
  );
  return { ...scoreBeads(aligned), confidenceArea: areaUnderCurve(beads) };
}

function samples(): GoldDocument[] {
  return readSamples().map(({ bytes, language, english, beads }) => ({
    source: segmented(new TextDecoder().decode(bytes), language),
    target: segmented(english, 'en'),
    gold: beads,
  }));
}

function segmented(text: string, language: string): AlignmentSide {
  const { sentences } = segment(text, language);
  return {
    sentences: sentences.map(({ start, end }) => text.slice(start, end)),
    paragraphs: sentences.map(({ paragraph }) => paragraph),
    language,
  };
}

function developmentSets(data: string): { set: string; documents: GoldDocument[] }[] {
  const ntrex = join(data, 'alignment/ntrex');
  const pairs = existsSync(ntrex) ? readdirSync(ntrex).toSorted() : [];
  const byPair = pairs.map((pair) => ({
    set: `ntrex ${pair}`,
    documents: newsDocuments(join(ntrex, pair), pair),
  }));
  const all = { set: 'ntrex', documents: byPair.flatMap(({ documents }) => documents) };
  const textberg = join(data, 'alignment/textberg-dev');
  return [
    ...byPair,
    all,
    { set: 'textberg-dev', documents: existsSync(textberg) ? [chapter(textberg)] : [] },
  ].filter(({ documents }) => documents.length > 0);
}

/** @param pair the languages, e.g. `sl-en` */
function newsDocuments(folder: string, pair: string): GoldDocument[] {
  const [source = 'und', target = 'und'] = pair.split('-');
  const stems = readdirSync(folder)
    .filter((file) => file.endsWith('.gold'))
    .map((file) => join(folder, file.slice(0, -5)));
  return stems.toSorted().map((stem) => ({
    source: { sentences: lines(`${stem}.src`), language: source },
    target: { sentences: lines(`${stem}.tgt`), language: target },
    gold: parseBeads(readFileSync(`${stem}.gold`, 'utf8')),
  }));
}

const chapter = (folder: string): GoldDocument => ({
  source: { sentences: lines(join(folder, 'dev.de')), language: 'de' },
  target: { sentences: lines(join(folder, 'dev.fr')), language: 'fr' },
  gold: parseBeads(readFileSync(join(folder, 'dev.defr'), 'utf8')),
  mt: lines(join(folder, 'mt/dev.de.mt-fr')),
});

const lines = (file: string): string[] => readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
