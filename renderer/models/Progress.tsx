import type { Download } from '../../electron/contract.ts';
import { percentOf } from './download-words.ts';
import classes from './Progress.module.css';

interface Props {
  label: string;
  /** What has come; without a total the bar only shows that something happens. */
  of: Pick<Download, 'receivedBytes' | 'totalBytes'>;
  isStill?: boolean;
}

/** A thin bar. */
export function Progress({ label, of, isStill = false }: Props) {
  const percent = percentOf(of);
  return (
    <progress
      className={classes.bar}
      data-still={isStill || undefined}
      aria-label={label}
      max={100}
      {...(percent === null ? {} : { value: percent })}
    />
  );
}
