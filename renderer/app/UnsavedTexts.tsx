import type { Unsaved } from '../api/unsaved.ts';
import { CopyText } from '../parts/CopyText.tsx';
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
        <CopyText text={text} variant="default" />
      </li>
    ))}
  </ul>
);
