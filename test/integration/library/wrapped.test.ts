import { expect, test } from 'vitest';
import { calling, file, inProcess } from '../../support/hosts.ts';

const first =
  'Der Minister ist am Montag nach Berlin gereist, um dort mit der Presse über die Lage im Norden des Landes zu sprechen.';
const second =
  'Er blieb nur einen Tag in der Stadt, weil die Verhandlungen mit den Ländern schon am Dienstag fortgesetzt werden.';
const third = 'Die Opposition kritisierte den Besuch.';
const fourth =
  'Sie fordert seit Wochen eine Debatte im Parlament, die bisher an der Mehrheit im Ausschuss gescheitert ist.';

/** Lines of at most 66 characters, as a mail program breaks them. */
const wrapped = (paragraph: string): string => paragraph.replaceAll(/(.{1,66})(?: |$)/g, '$1\n');

test('a report that was wrapped at a column comes in as its paragraphs, each sentence in one line', async () => {
  const wire = `${wrapped(`${first} ${second}`)}\n${wrapped(`${third} ${fourth}`)}`;
  const call = calling(await inProcess());
  const [result] = await call('library.import', { files: [file('agentur.txt', wire)] });
  if (result?.status !== 'imported') throw new Error('not imported');
  const { units } = await call('review.open', { article: result.article.id });
  expect(units.map(({ paragraph, source }) => [paragraph, source])).toEqual([
    [0, first],
    [0, second],
    [1, third],
    [1, fourth],
  ]);
  // The spans are of the text as it came, its line breaks included.
  expect(wire.slice(units[0]!.start, units[0]!.end)).toBe(wrapped(first).trim());
});
