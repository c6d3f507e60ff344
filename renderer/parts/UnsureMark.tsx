import { DOUBTFUL_CONFIDENCE, UNSURE_ALIGNMENT, type Unit } from '../../electron/contract.ts';
import classes from './UnsureMark.module.css';

/** How sure a pairing is, as a sentence. */
export const pairingText = (alignment: number): string =>
  `Paired with an existing translation, ${Math.min(99, Math.round(alignment * 100))} % sure`;

/** How far a draft can be trusted, in a word. */
export const trustText = (score: number): string =>
  score < DOUBTFUL_CONFIDENCE ? 'Doubtful draft' : score < SURE ? 'Fairly sure draft' : 'Sure draft';

const SURE = 0.85;

/** Why a unit is marked, in a sentence or a few. */
export function doubtText({ alignment, confidence }: Pick<Unit, 'alignment' | 'confidence'>): string {
  if (alignment !== null && alignment < UNSURE_ALIGNMENT)
    return `Do these belong together? ${pairingText(alignment)}`;
  const reasons = confidence?.reasons.map(({ message }) => message) ?? [];
  return [trustText(confidence?.score ?? 0), ...reasons].join('. ');
}

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
