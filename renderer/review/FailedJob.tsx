import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Article, Job } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import type { ModelList } from '../models/offers.ts';
import { DownloadLine } from '../models/DownloadLine.tsx';
import { Note } from '../parts/Note.tsx';
import { useKeptFocus } from '../parts/useKeptFocus.ts';
import { counted } from '../parts/states.ts';
import { afterFailure } from './after-failure.ts';
import classes from './Obstacle.module.css';
import { RepairButton } from './RepairButton.tsx';
import { useJobStep, type Translate } from './useTranslate.ts';

interface Props {
  article: Article;
  job: Job;
  models: ModelList;
  translate: Translate;
}

/** A translation that failed: tried again with its own model, or, where that cannot be, with another that the editor chooses. */
export function FailedJob({ article, job, models, translate }: Props) {
  const { damaged, other, repair } = afterFailure(job, article, models);
  const retry = useJobStep(article.id);
  const again = useMutation({ mutationFn: () => call('models.repair', { model: job.model }) });
  const [wasDamaged, setWasDamaged] = useState(damaged !== null);
  if (damaged !== null && !wasDamaged) setWasDamaged(true);
  const isInstalled = models.installed.some(({ id }) => id === job.model);
  const isMended = wasDamaged && isInstalled && damaged === null;
  const kept = useKeptFocus<HTMLDivElement>(repair?.state ?? (isMended ? 'mended' : 'failed'));
  const where = job.done > 0 ? ` after ${job.done} of ${job.total} sentences` : '';
  const problem = translate.error?.message ?? retry.error?.message ?? null;
  const canRepair = damaged?.isRepairable === true;

  const actions = (
    <>
      {!damaged && isInstalled && (
        <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate('retry')}>
          {isMended ? `Translate ${counted(job.total - job.done, 'sentence')}` : 'Try again'}
        </Button>
      )}
      {canRepair && !repair && <RepairButton model={damaged.id}>Repair the model</RepairButton>}
      {other && (
        <Button
          size="xs"
          variant={canRepair ? 'default' : 'filled'}
          loading={translate.isPending}
          onClick={() => translate.mutate({ article: article.id, model: other.id, again: job.again })}
        >
          Translate with {other.name}
        </Button>
      )}
    </>
  );

  return (
    <div {...kept}>
      <Note
        tone={isMended ? 'plain' : 'trouble'}
        title={isMended ? 'The model is repaired' : `The translation stopped${where}`}
        actions={actions}
      >
        {!isMended && job.error}
        {repair && (
          <div className={classes.download}>
            <DownloadLine
              download={repair}
              isAgainPending={again.isPending}
              isPrimary
              onAgain={() => again.mutate()}
            />
          </div>
        )}
        {problem !== null && <p className={classes.problem}>{problem}</p>}
      </Note>
    </div>
  );
}
