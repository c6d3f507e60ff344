import { unitsOf } from '../../data/store/units.ts';
import type { Segmentation } from '../../models/text.ts';
import { requireArticle } from './article-view.ts';
import type { Workbench } from './handlers.ts';

/** It helps an alignment a little; more than a short wait it is not worth. */
const MOST_MS = 30_000;
/** With more gaps than this the aligner does without. */
const LEAST_SHARE = 0.9;

/**
 * What the machine makes of an article's sentences, for comparison with what a translator made of them: the drafts that are there,
 * or new ones where a model is at hand and quick enough; these are not kept.
 * @returns a line for each sentence, or null where there is nothing worth comparing with
 */
export async function machineTranslation(
  workbench: Workbench,
  article: number,
  { sentences: spans }: Segmentation,
  sentences: readonly string[],
): Promise<string[] | null> {
  const { store, models, engine, log } = workbench;
  const drafts = new Map(unitsOf(store, article).map((unit) => [unit.start, unit.draft?.text ?? '']));
  const known = spans.map(({ start }) => drafts.get(start) ?? '');
  if (isNearlyComplete(known)) return known;
  const { language } = requireArticle(workbench, article);
  if (language === null) return null;
  const model = models.choose(language, article, () => [...sentences]);
  if (!model) return null;
  const mt = sentences.map(() => '');
  try {
    await engine.translate(model, sentences, {
      language,
      signal: AbortSignal.timeout(MOST_MS),
      onResult: ({ index, text }) => (mt[index] = text),
    });
  } catch (error) {
    // Too slow, or the engine failed: the alignment does without.
    log('no machine translation for an alignment', error);
  }
  return isNearlyComplete(mt) ? mt : null;
}

const isNearlyComplete = (lines: readonly string[]): boolean =>
  lines.filter((line) => line.trim() !== '').length >= LEAST_SHARE * lines.length;
