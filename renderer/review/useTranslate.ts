import { useMutation } from '@tanstack/react-query';
import { putJob, saver } from '../api/cache.ts';
import { call } from '../api/client.ts';

/** Starts the translation of an article's untranslated units; its progress comes by events. */
export const useTranslate = () =>
  useMutation({
    mutationFn: async (article: number) => {
      await saver.flush();
      return call('translate.start', { articles: [article] });
    },
    onSuccess: (jobs) => jobs.forEach(putJob),
  });

/** The window's one translation call, whether the library or the review started it. */
export type Translate = ReturnType<typeof useTranslate>;

export const useCancel = () =>
  useMutation({ mutationFn: (article: number) => call('translate.cancel', { article }) });
