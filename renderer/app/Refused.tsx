import classes from './App.module.css';

/** The whole page when its token is not this launch's. */
export function Refused() {
  return (
    <main className={classes.refused}>
      <h1 className={classes.refusedTitle}>This page belongs to an earlier launch.</h1>
      <p className={classes.refusedText}>Open the address that the app printed.</p>
    </main>
  );
}
