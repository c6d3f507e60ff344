import { QueryClient } from '@tanstack/react-query';
import type { Article, EventPayload, History, Job, Output, Unit } from '../../electron/contract.ts';
import { downloadNews } from '../models/news.ts';
import { call, transport } from './client.ts';
import { Saver } from './saver.ts';
import { keptUnsaved, keepUnsaved } from './unsaved.ts';
import { countStates, patchUnits, type OpenArticle } from './units.ts';

export const keys = {
  info: ['info'] as const,
  library: ['library'] as const,
  // Below `library`: whatever changes that changes this.
  removed: ['library', 'removed'] as const,
  search: (query: string) => ['search', query] as const,
  review: (article: number) => ['review', article] as const,
  drafts: (unit: number, newest: Unit['draft']) => ['drafts', unit, newest] as const,
  models: ['models'] as const,
  engine: ['engine'] as const,
  kept: ['kept'] as const,
};

export const queryClient = new QueryClient({
  defaultOptions: {
    // Events tell what changed. `always`: the workbench is on this machine, with or without a network.
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Saves what is typed, unit by unit, in order. */
export const saver = new Saver(call, {
  typed: (article, unit) => putUnits(article, [unit], new Set()),
  stored: (article, changed) => {
    putUnits(article, changed.units, saver.pending());
    putHistory(article, changed.history);
  },
  homeless: (text) => {
    keepUnsaved([text]);
    queryClient.setQueryData(keys.kept, keptUnsaved());
    // This window shows sentences that the article no longer has.
    void queryClient.invalidateQueries({ queryKey: keys.review(text.article) });
  },
});

export function putUnits(article: number, changed: readonly Unit[], keep: ReadonlySet<number>): void {
  const open = queryClient.getQueryData<OpenArticle>(keys.review(article));
  if (!open) return;
  const units = patchUnits(open.units, changed, keep);
  if (units === open.units) return;
  queryClient.setQueryData<OpenArticle>(keys.review(article), { ...open, units });
  putArticle(article, (before) => ({ ...before, counts: countStates(units) }));
}

export function putHistory(article: number, history: History): void {
  queryClient.setQueryData<OpenArticle>(keys.review(article), (open) => open && { ...open, history });
}

function putArticle(article: number, change: (before: Article) => Article): void {
  queryClient.setQueryData<Article[]>(keys.library, (articles) =>
    articles?.map((before) => (before.id === article ? change(before) : before)),
  );
}

export const putJob = (job: Job): void => putArticle(job.article, (before) => ({ ...before, job }));

const newsListeners = new Set<(news: string) => void>();

/** Hears how downloads ended, in words, wherever the editor is; returns how to stop. */
export function onDownloadNews(listener: (news: string) => void): () => void {
  newsListeners.add(listener);
  return () => void newsListeners.delete(listener);
}

/** Progress comes several times a second; the list is asked for again only when models came or went. */
function putDownloads(changed: EventPayload<'models.changed'>): void {
  const { downloads, isListChanged } = changed;
  const before = queryClient.getQueryData<Output<'models.list'>>(keys.models)?.downloads ?? [];
  for (const news of downloadNews(before, changed)) for (const listener of newsListeners) listener(news);
  queryClient.setQueryData<Output<'models.list'>>(keys.models, (list) => list && { ...list, downloads });
  if (isListChanged) void queryClient.invalidateQueries({ queryKey: keys.models });
}

// Every save changes the library's counts, which `putUnits` has counted already: its answer may come a little later.
const LIBRARY_EVERY_MS = 400;
let libraryTimer: ReturnType<typeof setTimeout> | undefined;
let librarySince = 0;

function refreshLibrary(): void {
  libraryTimer ??= setTimeout(
    () => {
      libraryTimer = undefined;
      librarySince = Date.now();
      void queryClient.invalidateQueries({ queryKey: keys.library });
      void queryClient.invalidateQueries({ queryKey: ['search'] });
    },
    Math.max(0, librarySince + LIBRARY_EVERY_MS - Date.now()),
  );
}

/**
 * Asks anew for what is on the screen: a command may have changed the library, or put a model into its folder, of which no
 * event tells. The open article waits while a text of it is on its way.
 */
function lookAgain(): void {
  void queryClient.invalidateQueries({ queryKey: keys.library });
  void queryClient.invalidateQueries({ queryKey: keys.models });
  if (saver.pending().size === 0) void queryClient.invalidateQueries({ queryKey: ['review'] });
}

/** Keeps the cache true to the workbench: its events, and all again when it or the editor comes back. */
export function followWorkbench(): void {
  transport.onEvent((event) => {
    switch (event.event) {
      case 'library.changed':
        return refreshLibrary();
      case 'units.changed':
        return putUnits(event.payload.article, event.payload.units, saver.pending());
      case 'article.recut':
        return void queryClient.invalidateQueries({ queryKey: keys.review(event.payload.article) });
      case 'job.changed':
        putJob(event.payload.job);
        // Asked for again only where it is on the screen.
        void queryClient.invalidateQueries({ queryKey: keys.engine });
        if (event.payload.job.state !== 'running') refreshLibrary();
        return undefined;
      case 'models.changed':
        return putDownloads(event.payload);
      default:
        return event satisfies never;
    }
  });
  window.addEventListener('focus', lookAgain);
  let wasLost = false;
  transport.onConnection((connection) => {
    saver.connectionChanged(connection === 'connected');
    if (connection === 'lost') wasLost = true;
    if (connection === 'connected' && wasLost) {
      wasLost = false;
      void queryClient.invalidateQueries();
    }
  });
}
