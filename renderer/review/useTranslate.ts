import { useMutation } from '@tanstack/react-query';
import { putJob, saver } from '../api/cache.ts';
import { call } from '../api/client.ts';

/** An article to be translated: by this model or the best one, its untranslated sentences or all of them again. */
export interface Wish {
  article: number;
  model?: string;
  again?: boolean;
}

/** Starts a translation; its progress comes by events. */
export const useTranslate = () =>
  useMutation({
    mutationFn: async ({ article, ...how }: Wish) => {
      await saver.flush();
      return call('translate.start', { articles: [article], ...how });
    },
    onSuccess: (jobs) => jobs.forEach(putJob),
  });

/** The window's one translation call, whether the library or the review started it. */
export type Translate = ReturnType<typeof useTranslate>;

/** What may be done with a job that is there. */
export type JobStep = 'pause' | 'resume' | 'retry' | 'cancel';

/** Takes a step with an article's job; what becomes of it comes by events. */
export const useJobStep = (article: number) =>
  useMutation({ mutationFn: (step: JobStep) => call(`translate.${step}`, { article }) });
