import type { NewUnit } from '../../data/store/units.ts';
import type { Bead } from '../../models/alignment/types.ts';
import { inItsLanguage, type Languages } from './import-article.ts';
import { oneLine, type Segmentation, type Sentence } from '../../models/text.ts';

/** The translation that was aligned: its text, cut, and its id in the store. */
interface AlignedTranslation extends Segmentation {
  text: string;
  id: number;
}

/**
 * A unit for each bead. An original sentence that nothing translates is an untranslated unit, as after an import; an addition of the translator
 * is a unit without source, behind the sentence that it follows. So nothing of either text is lost.
 */
export function unitsFromBeads(
  beads: readonly Bead[],
  source: Segmentation,
  languages: Languages,
  translation: AlignedTranslation,
): NewUnit[] {
  let last: Sentence = { start: 0, end: source.sentences[0]?.start ?? 0, paragraph: 0 };
  return beads.map((bead) => {
    const from = span(source, bead.source) ?? { ...last, start: last.end };
    last = from;
    const to = span(translation, bead.target);
    return {
      start: from.start,
      end: from.end,
      paragraph: from.paragraph,
      kind: source.paragraphs[from.paragraph]?.kind ?? 'paragraph',
      ...(bead.source.length > 0 && inItsLanguage(from, languages)),
      ...(to && {
        target: oneLine(translation.text.slice(to.start, to.end)),
        state: 'edited' as const,
        aligned: { translation: translation.id, start: to.start, end: to.end, confidence: bead.confidence },
      }),
    };
  });
}

/** From the first of the sentences to the last, in the paragraph of the first. */
function span({ sentences }: Segmentation, indices: readonly number[]): Sentence | undefined {
  const first = sentences[indices[0] ?? -1];
  const last = sentences[indices.at(-1) ?? -1];
  return first && last && { start: first.start, end: last.end, paragraph: first.paragraph };
}
