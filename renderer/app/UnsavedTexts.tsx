import { Button, CopyButton } from '@mantine/core';
import type { Unsaved } from '../api/unsaved.ts';
import classes from './UnsavedTexts.module.css';

/** Texts that could not be saved, each below its original, to be copied. */
export const UnsavedTexts = ({ texts }: { texts: readonly Unsaved[] }) => (
  <ul className={classes.texts} aria-label="Unsaved texts">
    {texts.map(({ unit, source, text }) => (
      <li key={`${unit} ${source} ${text}`} className={classes.unit}>
        <p className={classes.source}>{source}</p>
        <p className={classes.text} lang="en">
          {text}
        </p>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </li>
    ))}
  </ul>
);
