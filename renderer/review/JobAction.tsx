import { Button, Tooltip } from '@mantine/core';
import type { Job } from '../../electron/contract.ts';
import { hint } from '../commands/key-names.ts';
import { useCommands } from '../commands/run.ts';
import { jobText } from '../parts/job-words.ts';
import classes from './TopBar.module.css';
import { useJobStep, type JobStep } from './useTranslate.ts';

const refused: Record<JobStep, string> = {
  pause: 'Not paused',
  resume: 'Not resumed',
  retry: 'Not tried again',
  cancel: 'Not cancelled',
};

/** The translation that is not over: how far it is, and what can be done with it. */
export function JobAction({ job }: { job: Job }) {
  const { mutate, error, variables, isPending } = useJobStep(job.article);
  const isPaused = job.state === 'paused';
  const isRetrying = !isPaused && job.retryAt !== null;
  useCommands({ 'translate.pause': () => mutate(isPaused ? 'resume' : 'pause') });
  return (
    <div className={classes.action}>
      {error && variables && (
        <span className={classes.problem} role="alert" title={error.message}>
          {refused[variables]}: {error.message}
        </span>
      )}
      {isRetrying && job.error !== null && !error && (
        <span className={classes.problem} title={job.error}>
          {job.error}
        </span>
      )}
      <span className={classes.running} role="status">
        {jobText(job)}
      </span>
      {isRetrying && (
        <Button size="xs" loading={isPending && variables === 'retry'} onClick={() => mutate('retry')}>
          Try now
        </Button>
      )}
      <Tooltip label={hint('translate.pause')}>
        <Button
          variant={isPaused ? 'filled' : 'default'}
          size="xs"
          loading={isPending && (variables === 'pause' || variables === 'resume')}
          onClick={() => mutate(isPaused ? 'resume' : 'pause')}
        >
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
      </Tooltip>
      <Button
        variant="default"
        size="xs"
        loading={isPending && variables === 'cancel'}
        onClick={() => mutate('cancel')}
      >
        Cancel
      </Button>
    </div>
  );
}
