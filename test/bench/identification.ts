import { eld } from 'eld/large';
import { readSamples } from '../../data/samples/samples.ts';
import { identify } from '../../models/identify.ts';
import { segment } from '../../models/segmentation/segment.ts';
import { sideBySide } from './side-by-side.ts';

/** Sentence by sentence, beside the n-gram table alone. */
export async function bench(): Promise<void> {
  const sentences = readSamples().flatMap(({ bytes, language }) => {
    const text = new TextDecoder().decode(bytes);
    return segment(text, language).sentences.map(({ start, end }) => text.slice(start, end));
  });
  const units = sentences.length;
  await sideBySide(
    [
      {
        name: 'ours',
        units,
        run: async () => {
          for (const sentence of sentences) await identify(sentence);
        },
      },
      {
        name: 'eld/large alone',
        units,
        run: () => sentences.map((sentence) => eld.detect(sentence).language),
      },
    ],
    'sentences',
  );
}
