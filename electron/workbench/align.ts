// An existing translation is set beside its original.
import { InputError } from '../../models/errors.ts';
import { identify } from '../../models/identify.ts';
import { languageName, normaliseTag } from '../../models/languages.ts';
import { oneLine, type Segmentation } from '../../models/text.ts';
import { decodeText } from '../../data/formats/decode.ts';
import { articleText } from '../../data/store/articles.ts';
import { record } from '../../data/store/history.ts';
import { addTranslation } from '../../data/store/translations.ts';
import { setUnits, unitsOf, type Unit } from '../../data/store/units.ts';
import { UNSURE_ALIGNMENT } from '../contract.ts';
import { alignApart } from './align-apart.ts';
import { isEnglish, requireArticle } from './article-view.ts';
import { handlers, now } from './handlers.ts';
import { machineTranslation } from './machine-translation.ts';
import { quotedLanguages } from './quotations.ts';
import { segmentArticle } from './segment-article.ts';
import { unitsFromBeads } from './units-from-beads.ts';

export const alignment = handlers('align', {
  async addTranslation(workbench, { article, name, base64 }) {
    const { store, editor, emit } = workbench;
    const { language } = requireArticle(workbench, article);
    const started = unitsOf(store, article);
    const { text: translation } = decodeText(Buffer.from(base64, 'base64'), name);
    await requireEnglish(translation, name);
    const original = articleText(store, article)?.text ?? '';
    const source = segmentArticle(original, language ?? 'und');
    const target = segmentArticle(translation, 'en');
    const others = await quotedLanguages(original, source, language);
    const from = { ...sideOf(original, source), language: language ?? 'und' };
    const mt = await machineTranslation(workbench, article, source, from.sentences);
    const beads = await alignApart({
      source: from,
      target: { ...sideOf(translation, target), language: 'en' },
      options: mt === null ? {} : { mt },
    });

    const units = store.transaction(() => {
      requireArticle(workbench, article);
      const before = unitsOf(store, article);
      if (hasChanged(started, before)) throw changedMeanwhile();
      const id = addTranslation(store, article, name, translation, now());
      const languages = { text: original, language, others };
      const made = unitsFromBeads(beads, source, languages, { ...target, text: translation, id });
      setUnits(store, article, made, now());
      const after = unitsOf(store, article);
      record(store, { article, kind: 'align', visit: null, editor, before, after }, now());
      return after;
    });
    // Its sentences are no more.
    workbench.jobs.cancel(article);
    emit({ event: 'article.recut', payload: { article } });
    emit({ event: 'library.changed', payload: { articles: [article] } });
    return {
      units: units.length,
      unsure: units.filter(isUnsure).length,
      unanswered: units.filter((unit) => unit.target === '').length,
      additions: units.filter((unit) => unit.source === '').length,
    };
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

const isUnsure = ({ alignment: confidence }: Unit) => confidence !== null && confidence < UNSURE_ALIGNMENT;

const sideOf = (text: string, { sentences }: Segmentation) => ({
  sentences: sentences.map(({ start, end }) => oneLine(text.slice(start, end))),
  paragraphs: sentences.map(({ paragraph }) => paragraph),
});

/** A text's sentences for the aligner: as the lines are, or as the segmenter cuts them. */
function cut(text: string, language: string, isOneSentenceALine: boolean) {
  return isOneSentenceALine
    ? { language, sentences: text.replace(/\r?\n$/, '').split(/\r?\n/) }
    : { language, ...sideOf(text, segmentArticle(text, language)) };
}

/** @throws InputError when the text is surely in another language */
async function requireEnglish(text: string, name: string): Promise<void> {
  const { language, confidence } = await identify(text);
  if (language === null || isEnglish(language) || confidence < CERTAIN) return;
  throw new InputError(
    'translation.language',
    `${name} is in ${languageName(language)}, not in English. Nothing was changed.`,
  );
}

const CERTAIN = 0.95;

/** Whether somebody has worked on the units meanwhile; what the machine adds does not count. */
function hasChanged(before: readonly Unit[], after: readonly Unit[]): boolean {
  const byId = new Map(before.map((unit) => [unit.id, unit]));
  const isOther = (unit: Unit) => {
    const old = byId.get(unit.id);
    return old === undefined || (unit.state !== 'draft' && unit.changedAt !== old.changedAt);
  };
  return before.length !== after.length || after.some(isOther);
}

const changedMeanwhile = () =>
  new InputError(
    'article.changed',
    'The article was worked on while its translation was being aligned. Nothing was replaced; add the translation once more.',
  );
