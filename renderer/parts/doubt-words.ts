import { DOUBTFUL_CONFIDENCE, UNSURE_ALIGNMENT, type Unit } from '../../electron/contract.ts';

/** How sure a pairing is, as a sentence. */
export const pairingText = (alignment: number): string =>
  `Paired with an existing translation, ${Math.min(99, Math.round(alignment * 100))} % sure`;

/** What the checks of a draft came to, in a few words; that they found nothing does not mean that it is right. */
export function trustText({ score, reasons }: NonNullable<Unit['confidence']>): string {
  if (score < DOUBTFUL_CONFIDENCE) return 'Doubtful draft';
  return score < UNSUSPECTED || reasons.length > 0 ? 'Worth a closer look' : 'No sign of an error found';
}

const UNSUSPECTED = 0.85;

/** Why a unit is marked, in a sentence or a few. */
export function doubtText({ alignment, confidence }: Pick<Unit, 'alignment' | 'confidence'>): string {
  if (alignment !== null && alignment < UNSURE_ALIGNMENT)
    return `Do these belong together? ${pairingText(alignment)}`;
  const { score, reasons } = confidence ?? { score: 0, reasons: [] };
  return [trustText({ score, reasons }), ...reasons.map(({ message }) => message)].join('. ');
}
