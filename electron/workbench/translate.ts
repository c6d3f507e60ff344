// What the machine does when asked: whole articles as durable jobs, single lines at once.
import { InputError } from '../../models/errors.ts';
import { languageName, normaliseTag } from '../../models/languages.ts';
import { countUntranslated } from '../../data/store/units.ts';
import { isEnglish, ownSentences, requireArticle, viewJob } from './article-view.ts';
import { handlers, type Workbench } from './handlers.ts';

export const translate = handlers('translate', {
  start(workbench, { articles, model }) {
    // All are looked at before any is queued: a refusal changes nothing.
    const planned = articles.map((article) => ({ article, model: modelFor(workbench, article, model) }));
    const { store, jobs } = workbench;
    const claimed = store.transaction(() =>
      planned.map(({ article, model: id }) => {
        const waiting = countUntranslated(store, article);
        return { row: jobs.claim(article, id, waiting), waiting };
      }),
    );
    for (const { row } of claimed) jobs.enqueue(row);
    return claimed.map(({ row, waiting }) => viewJob(row, waiting));
  },

  cancel({ jobs }, { article }) {
    jobs.cancel(article);
    return {};
  },

  async lines({ engine, models }, { lines, language, model: id, beam }) {
    const tag = normaliseTag(language);
    // An empty line stays an empty line: a model would invent something for it.
    const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
    const sentences = filled.map((index) => lines[index] ?? '');
    const model =
      id === undefined ? models.choose(tag, null, () => sentences) : models.require(id, tag, sentences);
    if (!model) {
      throw new InputError(
        'model.none',
        `No installed model translates this text from ${languageName(tag)}. ${models.advice(tag)}`,
      );
    }
    const out = lines.map(() => '');
    await engine.translate(model, sentences, {
      language: tag,
      ...(beam === undefined ? {} : { beam }),
      onResult: ({ index, text }) => (out[filled[index] ?? -1] = text),
    });
    return out;
  },
});

/** @throws InputError when the article cannot be translated now; the message says why and what to do */
function modelFor(workbench: Workbench, id: number, wished: string | undefined): string {
  const { store, models } = workbench;
  const { title, language } = requireArticle(workbench, id);
  const sentences = () => ownSentences(store, id);
  if (language === null) {
    throw new InputError(
      'article.language',
      `The language of “${title}” could not be told. Choose it, then translate.`,
    );
  }
  if (wished !== undefined) return models.require(wished, language, sentences()).id;
  if (isEnglish(language)) {
    throw new InputError(
      'article.english',
      `“${title}” is already in English. If it is not, choose its language first.`,
    );
  }
  const model = models.choose(language, id, sentences);
  if (model) return model.id;
  throw new InputError(
    'model.none',
    `No installed model translates “${title}” from ${languageName(language)}. ${models.advice(language)}`,
  );
}
