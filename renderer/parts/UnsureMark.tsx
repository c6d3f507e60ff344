import classes from './UnsureMark.module.css';

/** How sure a pairing is, as a sentence. */
export const pairingText = (alignment: number): string =>
  `Paired with an existing translation, ${Math.min(99, Math.round(alignment * 100))} % sure`;

/** ▲ beside a unit whose two sides may not belong together. */
export function UnsureMark({ alignment }: { alignment: number }) {
  const label = `Do these belong together? ${pairingText(alignment)}`;
  return (
    <svg className={classes.mark} viewBox="0 0 12 12" role="img" aria-label={label}>
      <title>{label}</title>
      <path d="M6 1.5 11 10.5H1Z" fill="currentColor" />
    </svg>
  );
}
