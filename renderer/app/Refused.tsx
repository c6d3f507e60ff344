import { saver } from '../api/cache.ts';
import classes from './App.module.css';
import { UnsavedTexts } from './UnsavedTexts.tsx';

/** The whole page when its token is not this launch's. */
export function Refused() {
  const texts = saver.unsaved();
  return (
    <main className={classes.refused}>
      <h1 className={classes.refusedTitle}>This page belongs to an earlier launch.</h1>
      <p className={classes.refusedText}>
        {texts.length === 0
          ? 'Open the address that the app printed.'
          : 'Open the address that the app printed, in this tab, and these texts are saved. You can also copy them.'}
      </p>
      {texts.length > 0 && (
        <div className={classes.refusedTexts}>
          <UnsavedTexts texts={texts} />
        </div>
      )}
    </main>
  );
}
