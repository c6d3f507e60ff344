import type { UnitState } from '../../electron/contract.ts';
import classes from './StateMark.module.css';

interface Props {
  state: UnitState;
  /** What it means, where no word beside it says so. */
  label?: string;
}

/** A unit's state by shape as well as colour: · untranslated, ○ draft, ◐ edited, ● approved. */
export function StateMark({ state, label }: Props) {
  return (
    <svg
      className={classes.mark}
      data-state={state}
      viewBox="0 0 12 12"
      {...(label !== undefined ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {label !== undefined && <title>{label}</title>}
      {state === 'untranslated' && <circle cx="6" cy="6" r="1.5" fill="currentColor" />}
      {state === 'approved' && <circle cx="6" cy="6" r="4.5" fill="currentColor" />}
      {(state === 'draft' || state === 'edited') && (
        <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      )}
      {state === 'edited' && <path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />}
    </svg>
  );
}
