import { states } from '../parts/states.ts';
import type { Counts } from '../api/units.ts';
import classes from './StateBar.module.css';

/** How far an article is: one thin bar, the most done first. */
export function StateBar({ counts }: { counts: Counts }) {
  const total = states.reduce((sum, state) => sum + counts[state], 0);
  const done = states.toReversed();
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${Math.max(1, total)} 1`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {done.map((state, n) => {
        const x = done.slice(0, n).reduce((sum, before) => sum + counts[before], 0);
        return <rect key={state} data-state={state} x={x} y="0" width={counts[state]} height="1" />;
      })}
    </svg>
  );
}
