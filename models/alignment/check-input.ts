import { InputError } from '../errors.ts';
import { normaliseTag } from '../languages.ts';
import type { AlignmentSide, AlignOptions } from './types.ts';

/** Ten books. Beyond, the search's memory (about 4 kB a sentence) is no longer a matter of course. */
const mostSentences = 100_000;

/**
 * Refuses what cannot be aligned at all.
 * @throws InputError `alignment.too-long`, `alignment.paragraphs`, `alignment.mt-lines`, and `language.unknown`
 */
export function checkInput(source: AlignmentSide, target: AlignmentSide, options: AlignOptions): void {
  for (const [name, side] of [
    ['source', source],
    ['target', target],
  ] as const) {
    normaliseTag(side.language);
    checkSide(name, side);
  }
  if (options.mt !== undefined && options.mt.length !== source.sentences.length) {
    throw new InputError(
      'alignment.mt-lines',
      `The machine translation has ${options.mt.length} lines, but the source has ${source.sentences.length} sentences. Give one line for each sentence.`,
    );
  }
}

function checkSide(name: string, { sentences, paragraphs }: AlignmentSide): void {
  if (sentences.length > mostSentences) {
    throw new InputError(
      'alignment.too-long',
      `The ${name} has ${sentences.length} sentences; at most ${mostSentences} can be aligned at once. Align it chapter by chapter.`,
    );
  }
  if (paragraphs === undefined) return;
  const isRising = paragraphs.every((paragraph, index) => paragraph >= (paragraphs[index - 1] ?? paragraph));
  if (paragraphs.length !== sentences.length || !isRising) {
    throw new InputError(
      'alignment.paragraphs',
      `The ${name} needs one paragraph number for each of its ${sentences.length} sentences, in rising order.`,
    );
  }
}
