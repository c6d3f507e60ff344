import { decodeText } from '../../data/formats/decode.ts';
import type { GoldBead } from '../../data/samples/beads.ts';
import { readDemoArticles, readSamples, type SampleArticle } from '../../data/samples/samples.ts';
import { articleByHash, restoreArticle } from '../../data/store/articles.ts';
import type { Store } from '../../data/store/store.ts';
import type { NewUnit } from '../../data/store/units.ts';
import { segment } from '../../models/segmentation/segment.ts';
import type { Segmentation } from '../../models/text.ts';
import { analyse, store as keep, type AnalysedArticle } from './import-article.ts';

/**
 * Puts the five sample articles into the library as reviewed bitext, and the demo articles untranslated.
 * They are analysed like any other import: the language is recognised, not assumed.
 * Those already there are left as they are. Returns the ids of all of them.
 */
export async function openSamples(store: Store): Promise<number[]> {
  const ids: number[] = [];
  for (const sample of readSamples()) {
    const article = await analyse(decodeText(sample.bytes, sample.name), {
      name: sample.name,
      origin: 'sample',
    });
    ids.push(existing(store, article) ?? keep({ store }, article, reviewedUnits(article, sample)));
  }
  for (const demo of readDemoArticles()) {
    const article = await analyse(decodeText(demo.bytes, demo.name), { name: demo.name, origin: 'demo' });
    ids.push(existing(store, article) ?? keep({ store }, article));
  }
  return ids;
}

function existing(store: Store, article: AnalysedArticle): number | undefined {
  const known = articleByHash(store, article.hash);
  if (known && known.removed_at !== null) restoreArticle(store, known.id);
  return known?.id;
}

/** A unit for each gold bead, approved: the reference translation is a person's work. */
function reviewedUnits({ segmentation }: AnalysedArticle, sample: SampleArticle): NewUnit[] {
  const english = segment(sample.english, 'en');
  return sample.beads.map((bead: GoldBead) => {
    const source = span(segmentation, bead.source, sample.name);
    const target = span(english, bead.target, sample.name);
    return {
      start: source.start,
      end: source.end,
      paragraph: source.paragraph,
      kind: segmentation.paragraphs[source.paragraph]?.kind ?? 'paragraph',
      target: sample.english.slice(target.start, target.end),
      state: 'approved' as const,
    };
  });
}

function span({ sentences }: Segmentation, indices: readonly number[], name: string) {
  const first = sentences[indices[0] ?? -1];
  const last = sentences[indices.at(-1) ?? -1];
  if (!first || !last)
    throw new Error(`${name}: a bead names a sentence that is not there (${indices.join(', ')})`);
  return { start: first.start, end: last.end, paragraph: first.paragraph };
}
