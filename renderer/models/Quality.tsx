import { Anchor } from '@mantine/core';
import type { KnownModel } from '../../electron/contract.ts';
import { languageName } from '../parts/languages.ts';
import type { Offer } from './offers.ts';
import classes from './Quality.module.css';

type Grade = KnownModel['quality'];

/** What to expect, in a word and in a sentence. */
export const qualityWords: Record<Grade, { name: string; meaning: string; steps: number }> = {
  good: { name: 'Good', meaning: 'reads well, mostly right', steps: 3 },
  fair: { name: 'Fair', meaning: 'understandable, wants more editing', steps: 2 },
  gist: { name: 'Gist', meaning: 'tells what a text is about, no more', steps: 1 },
};

/** The quality by shape: one to three bars. */
function QualityMark({ quality }: { quality: Grade }) {
  return (
    <svg className={classes.mark} viewBox="0 0 14 12" aria-hidden>
      {[0, 1, 2].map((step) => (
        <rect
          key={step}
          x={step * 5}
          y={8 - 3 * step}
          width="3"
          height={4 + 3 * step}
          rx="1"
          data-empty={step >= qualityWords[quality].steps || undefined}
        />
      ))}
    </svg>
  );
}

/**
 * What to expect of a model in words, and who measured it.
 * @param language whose figure it is; null where the offer is for no language in particular
 */
export function Quality({ quality, figure, language }: Omit<Offer, 'model'> & { language: string | null }) {
  const { name, meaning } = qualityWords[quality];
  return (
    <span className={classes.quality}>
      <QualityMark quality={quality} />
      <span>
        <strong className={classes.name}>{name}</strong>: {meaning}
        {figure && (
          <>
            {' · '}
            <Anchor
              className={classes.figure ?? ''}
              href={figure.source}
              target="_blank"
              rel="noreferrer"
              inherit
              title={`${figure.value} of 100 points (${figure.metric}) on ${figure.testSet}. Opens the page that states it.`}
            >
              {figure.value.toFixed(1)} {figure.metric}
            </Anchor>{' '}
            <span className={classes.test}>on {figure.testSet}</span>
          </>
        )}
        {!figure && language !== null && (
          <span className={classes.test}> · no figure for {languageName(language)} is published</span>
        )}
      </span>
    </span>
  );
}
