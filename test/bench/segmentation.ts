import { readSamples } from '../../data/samples/samples.ts';
import { segment } from '../../models/segmentation/segment.ts';
import { sideBySide } from './side-by-side.ts';

/** Our rules beside `Intl.Segmenter`, on the sample articles many times over; and one line of 10 MB. */
export async function bench(): Promise<void> {
  const articles = readSamples().map(({ bytes, language }) => ({
    language,
    text: `${new TextDecoder().decode(bytes)}\n`.repeat(20),
  }));
  const units = articles.reduce((sum, { text }) => sum + text.length, 0);
  const line = articles.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('');
  const oneLine = line.repeat(Math.ceil(10_000_000 / line.length)).slice(0, 10_000_000);
  await sideBySide(
    [
      {
        name: 'ours',
        units,
        run: () => articles.map(({ text, language }) => segment(text, language).sentences.length),
      },
      {
        name: 'ours, one line of 10 MB',
        units: oneLine.length,
        run: () => segment(oneLine, 'de').sentences.length,
      },
      {
        name: 'Intl.Segmenter',
        units,
        run: () =>
          articles.map(
            ({ text, language }) =>
              [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].length,
          ),
      },
    ],
    'M characters',
    1e6,
  );
}
