import { Button, Tooltip } from '@mantine/core';
import type { Job } from '../../electron/contract.ts';
import { hint } from '../commands/key-names.ts';
import { useCommands } from '../commands/run.ts';
import { jobText } from '../parts/job-words.ts';
import classes from './TopBar.module.css';
import { useJobStep, type JobStep } from './useTranslate.ts';

const refused: Record<Exclude<JobStep, 'retry'>, string> = {
  pause: 'Not paused',
  resume: 'Not resumed',
  cancel: 'Not cancelled',
};

/** The translation that is not over: how far it is, and what can be done with it. */
export function JobAction({ job }: { job: Job }) {
  const { mutate, error, variables, isPending } = useJobStep(job.article);
  const isPaused = job.state === 'paused';
  useCommands({ 'translate.pause': () => mutate(isPaused ? 'resume' : 'pause') });
  return (
    <div className={classes.action}>
      {error && variables && variables !== 'retry' && (
        <span className={classes.problem} role="alert" title={error.message}>
          {refused[variables]}: {error.message}
        </span>
      )}
      <span className={classes.running} role="status">
        {jobText(job)}
      </span>
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
