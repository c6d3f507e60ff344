import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Article } from '../../electron/contract.ts';
import { keys, queryClient } from '../api/cache.ts';
import { call } from '../api/client.ts';

const SHOWN_MS = 12_000;

export interface Removal {
  /** What was removed last and can be put back with one click. */
  removed: Article[];
  problem: string | null;
  remove: (articles: Article[]) => void;
  restore: () => void;
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
      setRemoved(articles);
      timer.current = setTimeout(dismiss, SHOWN_MS);
      return refresh();
    },
  });
  const restore = useMutation({
    mutationFn: (articles: Article[]) => call('library.restore', ids(articles)),
    onSuccess: () => {
      dismiss();
      return refresh();
    },
  });
  return {
    removed,
    problem: remove.error?.message ?? restore.error?.message ?? null,
    remove: (articles) => remove.mutate(articles),
    restore: () => restore.mutate(removed),
    dismiss: () => {
      dismiss();
      remove.reset();
      restore.reset();
    },
  };
}
