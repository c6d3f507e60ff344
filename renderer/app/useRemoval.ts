import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Article } from '../../electron/contract.ts';
import { keys, queryClient } from '../api/cache.ts';
import { call } from '../api/client.ts';

const SHOWN_MS = 12_000;

export interface Removal {
  /** What was removed just now and can be put back with one click; for more there is the library's foot. */
  removed: Article[];
  problem: string | null;
  remove: (articles: Article[]) => void;
  /** Puts articles back: those that were removed just now, or one of long ago. */
  restore: (articles: Article[]) => void;
  dismiss: () => void;
}

const ids = (articles: Article[]) => ({ articles: articles.map(({ id }) => id) });

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.library });

/** Removing without asking, since it can be taken back. */
export function useRemoval(): Removal {
  const [removed, setRemoved] = useState<Article[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dismiss = () => {
    clearTimeout(timer.current);
    setRemoved([]);
  };
  const remove = useMutation({
    mutationFn: (articles: Article[]) => call('library.remove', ids(articles)),
    onSuccess: (_, articles) => {
      clearTimeout(timer.current);
      setRemoved((earlier) => [...earlier, ...articles]);
      timer.current = setTimeout(dismiss, SHOWN_MS);
      return refresh();
    },
  });
  const restore = useMutation({
    mutationFn: (articles: Article[]) => call('library.restore', ids(articles)),
    onSuccess: (_, articles) => {
      const back = new Set(articles.map(({ id }) => id));
      setRemoved((earlier) => earlier.filter(({ id }) => !back.has(id)));
      return refresh();
    },
  });
  return {
    removed,
    problem: remove.error?.message ?? restore.error?.message ?? null,
    remove: (articles) => remove.mutate(articles),
    restore: (articles) => restore.mutate(articles),
    dismiss: () => {
      dismiss();
      remove.reset();
      restore.reset();
    },
  };
}
