// What the machine does when asked: whole articles as durable jobs, single lines at once.
import { InputError } from '../../models/errors.ts';
import { languageName, normaliseTag } from '../../models/languages.ts';
import { latestJob, unfinishedJob } from '../../data/store/jobs.ts';
import { countNotRenewed, countUntranslated } from '../../data/store/units.ts';
import { countLeft, isEnglish, ownSentences, requireArticle, viewJob } from './article-view.ts';
import { handlers, type Workbench } from './handlers.ts';

export const translate = handlers('translate', {
  start(workbench, { articles, model, again }) {
    // All are looked at before any is queued: a refusal changes nothing.
    const planned = articles.map((article) => ({ article, model: modelFor(workbench, article, model) }));
    const { store, jobs } = workbench;
    const claimed = store.transaction(() =>
      planned.map(({ article, model: id }) => {
        const total = again ? countNotRenewed(store, article, null) : countUntranslated(store, article);
        return jobs.claim({ article, model: id, again: again ? 1 : 0, total });
      }),
    );
    for (const row of claimed) jobs.enqueue(row);
    return claimed.map((row) => viewJob(row, countLeft(store, row)));
  },

  show({ jobs }, { article, unit }) {
    jobs.show(article, unit);
    return {};
  },

  pause({ jobs }, { article }) {
    for (const id of article === null ? jobs.articlesWith('active') : [article]) jobs.pause(id);
    return {};
  },

  resume({ jobs }, { article }) {
    for (const id of article === null ? jobs.articlesWith('paused') : [article]) jobs.goOn(id);
    return {};
  },

  retry(workbench, { article }) {
    const { store, jobs } = workbench;
    requireArticle(workbench, article);
    const job = unfinishedJob(store, article) ?? latestJob(store, article);
    if (!job || job.state === 'done') {
      throw new InputError('job.none', 'There is no translation of this article that could be tried again.');
    }
    jobs.retry(job);
    return {};
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
