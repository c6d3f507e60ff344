import { readSamples } from '../../data/samples/samples.ts';
import { align } from '../../models/alignment/align.ts';
import { segment } from '../../models/segmentation/segment.ts';
import { galeChurch } from '../eval/gale-church.ts';
import { sideBySide } from './side-by-side.ts';

/** The samples with their translations, and a "book" of them, beside a plain dynamic programme over lengths. */
export async function bench(): Promise<void> {
  const pairs = readSamples().map(({ bytes, language, english }) => ({
    source: side(new TextDecoder().decode(bytes), language),
    target: side(english, 'en'),
  }));
  const units = pairs.reduce((sum, { source }) => sum + source.sentences.length, 0);
  const book = {
    source: { language: 'sq', sentences: many(pairs.flatMap(({ source }) => source.sentences)) },
    target: { language: 'en', sentences: many(pairs.flatMap(({ target }) => target.sentences)) },
  };
  await sideBySide(
    [
      { name: 'ours', units, run: () => pairs.map(({ source, target }) => align(source, target)) },
      {
        name: 'ours, a book of 10,000',
        units: book.source.sentences.length,
        run: () => align(book.source, book.target),
      },
      {
        name: 'Gale–Church',
        units,
        run: () => pairs.map(({ source, target }) => galeChurch(source.sentences, target.sentences)),
      },
    ],
    'sentences',
  );
  console.log(`\nPeak memory so far: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

const side = (text: string, language: string) => ({
  language,
  sentences: segment(text, language).sentences.map(({ start, end }) => text.slice(start, end)),
});

/** 10,000 sentences, each with a number of its own so that no two are alike. */
const many = (sentences: readonly string[]): string[] =>
  Array.from({ length: 10_000 }, (_, n) => `${sentences[n % sentences.length] ?? ''} (${n})`);
