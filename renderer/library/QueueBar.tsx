import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Article } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { isUnfinished } from '../parts/job-words.ts';
import { counted } from '../parts/states.ts';
import classes from './Library.module.css';

/** Where several articles are to be translated: how many, and one button for all of them. */
export function QueueBar({ articles }: { articles: readonly Article[] }) {
  const all = useMutation({
    mutationFn: (step: 'pause' | 'resume') => call(`translate.${step}`, { article: null }),
  });
  const jobs = articles.map(({ job }) => job).filter(isUnfinished);
  const paused = jobs.filter(({ state }) => state === 'paused').length;
  if (jobs.length < 2) return null;
  const active = jobs.length - paused;
  return (
    <section className={classes.queue} aria-label="Translations">
      <span role="status">
        {all.error?.message ??
          [
            active > 0 ? `${counted(active, 'article')} to translate` : '',
            paused > 0 ? `${paused} paused` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        loading={all.isPending}
        onClick={() => all.mutate(active > 0 ? 'pause' : 'resume')}
      >
        {active > 0 ? 'Pause all' : 'Resume all'}
      </Button>
    </section>
  );
}
