import classes from './Models.module.css';

/** ▲ beside what is wrong. */
export const WarningMark = () => (
  <svg className={classes.warning} viewBox="0 0 12 12" aria-hidden>
    <path d="M6 1.5 11 10.5H1Z" fill="currentColor" />
  </svg>
);
