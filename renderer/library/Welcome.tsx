import { Button } from '@mantine/core';
import { Note } from '../parts/Note.tsx';
import classes from './Welcome.module.css';

interface Props {
  isBusy: boolean;
  problem: string | null;
  onSamples: () => void;
  onImport: () => void;
}

/** The empty library: one sentence that teaches, one button that does. */
export function Welcome({ isBusy, problem, onSamples, onImport }: Props) {
  return (
    <div className={classes.welcome}>
      <div className={classes.pages} aria-hidden>
        <div className={classes.page} />
        <div className={classes.page} data-side="right" />
      </div>
      <p className={classes.text}>
        Drop news articles here to read them beside their English translation, correct it, and take both away
        as aligned text.
      </p>
      <div className={classes.actions}>
        <Button size="md" loading={isBusy} onClick={onSamples}>
          Open the sample articles
        </Button>
        <Button size="md" variant="subtle" color="gray" onClick={onImport}>
          Import articles…
        </Button>
      </div>
      {problem !== null && (
        <Note tone="trouble" title="The samples could not be opened">
          {problem}
        </Note>
      )}
    </div>
  );
}
