import type { Unit } from '../../electron/contract.ts';
import { doubtText } from './doubt-words.ts';
import classes from './UnsureMark.module.css';

/** ▲ beside a unit that wants a look. */
export function UnsureMark({ unit }: { unit: Unit }) {
  const label = doubtText(unit);
  return (
    <svg className={classes.mark} viewBox="0 0 12 12" role="img" aria-label={label}>
      <title>{label}</title>
      <path d="M6 1.5 11 10.5H1Z" fill="currentColor" />
    </svg>
  );
}
