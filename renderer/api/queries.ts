import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { keys, queryClient, saver } from './cache.ts';
import { call } from './client.ts';
import type { OpenArticle } from './units.ts';
import { saveKept } from './unsaved.ts';

export const useInfo = () => useQuery({ queryKey: keys.info, queryFn: () => call('app.info', {}) });

export const useLibrary = () => useQuery({ queryKey: keys.library, queryFn: () => call('library.list', {}) });

export const useRemoved = () =>
  useQuery({ queryKey: keys.removed, queryFn: () => call('library.removed', {}) });

export const useModels = () => useQuery({ queryKey: keys.models, queryFn: () => call('models.list', {}) });

/** What the engine runs and takes; asked for whenever it comes on the screen, and when a job goes on. */
export const useEngine = () =>
  useQuery({ queryKey: keys.engine, queryFn: () => call('engine.status', {}), refetchOnMount: 'always' });

/** Ids of the articles that hold every word of the query; not asked for an empty one. */
export const useSearch = (query: string) =>
  useQuery({
    queryKey: keys.search(query),
    queryFn: () => call('library.search', { query }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });

const kept = queryOptions({ queryKey: keys.kept, queryFn: saveKept });

/** Texts that have no place any more, once all that an earlier page kept has been saved. */
export const useHomeless = () => useQuery(kept);

/** An article with its units. Texts that are still on their way to the store win over what it answers. */
export const useOpenArticle = (article: number) =>
  useQuery<OpenArticle>({
    queryKey: keys.review(article),
    queryFn: async () => {
      // Else the word that a kept text was saved might come before the units that it changes, and be lost.
      await queryClient.ensureQueryData(kept);
      const open = await call('review.open', { article });
      return { ...open, units: saver.overlay(open.units) };
    },
    // 10,000 units a second time would be compared deeply for nothing: rows compare by identity.
    structuralSharing: false,
    gcTime: 60_000,
  });
