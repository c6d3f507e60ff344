/** The model that speed is measured with, and its sentences. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSamples } from '../../../data/samples/samples.ts';
import { segment } from '../../../models/segmentation/segment.ts';
import { countWords } from '../../../models/text.ts';
import type { InstalledModel } from '../../../models/translation/installed.ts';
import { makeModel } from '../../support/made-model/make.ts';
import { OPUS_MT } from '../../support/made-model/shape.ts';
import { sentences } from '../../support/made-model/tokenizer.ts';

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/bitext');
/** To be raised when what is made changes. */
const EDITION = 1;

/** Pieces that a word of the news becomes, about: the made sentences are as long as real ones. */
const PIECES_PER_WORD = 1.4;

/** A model with Opus-MT's shape and int8 weights, made once: 13 seconds, 108 MB. */
export function madeModel(): InstalledModel {
  const folder = join(CACHE, `made-opus-mt-de-en-${EDITION}`);
  if (!existsSync(folder)) {
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(CACHE, { recursive: true });
    makeModel(partial, OPUS_MT);
    renameSync(partial, folder);
  }
  return {
    id: 'made',
    name: 'Made model',
    folder,
    source: ['de'],
    target: 'en',
    sizeBytes: 0,
    embedded: false,
    closedVocabulary: false,
    problem: null,
    version: String(EDITION),
  };
}

/** Made sentences as long as those of the sample articles, in their order. */
export function madeSentences(count: number): string[] {
  const lengths = readSamples().flatMap(({ bytes, language }) => {
    const text = new TextDecoder().decode(bytes);
    return segment(text, language).sentences.map(({ start, end }) =>
      Math.max(1, Math.round(countWords(text.slice(start, end)) * PIECES_PER_WORD)),
    );
  });
  return sentences(OPUS_MT, lengths.slice(0, count));
}
