// An existing translation is set beside its original.
import { InputError } from '../../models/errors.ts';
import { normaliseTag } from '../../models/languages.ts';
import type { Segmentation } from '../../models/text.ts';
import { decodeText } from '../../data/formats/decode.ts';
import { articleText } from '../../data/store/articles.ts';
import { record } from '../../data/store/history.ts';
import { addTranslation } from '../../data/store/translations.ts';
import { setUnits, unitsOf } from '../../data/store/units.ts';
import { UNSURE_ALIGNMENT } from '../contract.ts';
import { alignApart } from './align-apart.ts';
import { requireArticle } from './article-view.ts';
import { handlers, now, type Workbench } from './handlers.ts';
import { unitsFromBeads } from './units-from-beads.ts';
import { segmentArticle } from './segment-article.ts';

export const alignment = handlers('align', {
  async addTranslation(workbench, { article, name, base64 }) {
    const { store, editor, emit } = workbench;
    const { language } = requireArticle(workbench, article);
    const { text: translation } = decodeText(Buffer.from(base64, 'base64'), name);
    const original = articleText(store, article)?.text ?? '';
    const source = segmentArticle(original, language ?? 'und');
    const target = segmentArticle(translation, 'en');
    if (target.sentences.length === 0) {
      throw new InputError('file.empty', `${name} holds no text. Nothing was changed.`);
    }
    const texts = { source: sentencesOf(original, source), target: sentencesOf(translation, target) };
    const beads = await alignApart({
      source: { ...sideOf(source, texts.source), language: language ?? 'und' },
      target: { ...sideOf(target, texts.target), language: 'en' },
      options: await machineTranslation(workbench, article, texts.source),
    });

    // Between the beginning and here the article may have been removed; its job must not write into what is replaced.
    requireArticle(workbench, article);
    workbench.jobs.cancel(article);
    const units = store.transaction(() => {
      const before = unitsOf(store, article);
      const id = addTranslation(store, article, name, translation, now());
      setUnits(store, article, unitsFromBeads(beads, source, { ...target, text: translation, id }), now());
      const after = unitsOf(store, article);
      record(store, { article, kind: 'align', visit: null, editor, before, after }, now());
      return after;
    });
    emit({ event: 'article.recut', payload: { article } });
    emit({ event: 'library.changed', payload: { articles: [article] } });
    const unsure = units.filter((unit) => unit.alignment !== null && unit.alignment < UNSURE_ALIGNMENT);
    return { units: units.length, unsure: unsure.length };
  },

  async texts(_, { source, target, isOneSentenceALine, machineTranslation: mt }) {
    const from = cut(source.text, normaliseTag(source.language), isOneSentenceALine);
    const to = cut(target.text, normaliseTag(target.language), isOneSentenceALine);
    const beads = await alignApart({
      source: from,
      target: to,
      options: mt === undefined ? {} : { mt },
    });
    return { source: [...from.sentences], target: [...to.sentences], beads };
  },
});

const sentencesOf = (text: string, { sentences }: Segmentation): string[] =>
  sentences.map(({ start, end }) => text.slice(start, end));

const sideOf = ({ sentences }: Segmentation, texts: string[]) => ({
  sentences: texts,
  paragraphs: sentences.map(({ paragraph }) => paragraph),
});

/** A text's sentences for the aligner: as the lines are, or as the segmenter cuts them. */
function cut(text: string, language: string, isOneSentenceALine: boolean) {
  if (isOneSentenceALine) return { language, sentences: text.replace(/\r?\n$/, '').split(/\r?\n/) };
  const segmentation = segmentArticle(text, language);
  return { language, ...sideOf(segmentation, sentencesOf(text, segmentation)) };
}

/**
 * What the machine makes of the original helps to find what the translator made of it: the drafts that are there, or,
 * where a model is at hand and there are none, new ones that are not kept.
 */
async function machineTranslation(
  workbench: Workbench,
  article: number,
  sentences: readonly string[],
): Promise<{ mt?: string[] }> {
  const { store, models, engine } = workbench;
  const drafts = new Map(unitsOf(store, article).map((unit) => [unit.source, unit.draft?.text ?? '']));
  const known = sentences.map((sentence) => drafts.get(sentence) ?? '');
  if (known.some((text) => text !== '')) return { mt: known };
  const { language } = requireArticle(workbench, article);
  const model = language === null ? undefined : models.choose(language, article, () => [...sentences]);
  if (!model) return {};
  const mt = sentences.map(() => '');
  await engine.translate(model, sentences, { onResult: ({ index, text }) => (mt[index] = text) });
  return { mt };
}
