import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Article } from '../../electron/contract.ts';
import { useModels } from '../api/queries.ts';
import { useSetLanguage } from '../library/LanguageDialog.tsx';
import { jobText } from '../parts/job-words.ts';
import { languageChoices } from '../parts/languages.ts';
import { Note } from '../parts/Note.tsx';
import { afterFailure } from './after-failure.ts';
import { FailedJob } from './FailedJob.tsx';
import { ModelArrived } from './ModelArrived.tsx';
import { NeedsModel } from './NeedsModel.tsx';
import classes from './Obstacle.module.css';
import { useJobStep, type Translate } from './useTranslate.ts';

interface Props {
  article: Article;
  translate: Translate;
  onModels: (language: string | null) => void;
  onTranslation: () => void;
}

/** What stands between the article and its translation, and how it is cleared away; nothing when nothing does. */
export function Obstacle({ article, translate, onModels, onTranslation }: Props) {
  const { job, readiness, counts } = article;
  const retry = useJobStep(article.id);
  const { data: models } = useModels();
  const [hasWaited, setHasWaited] = useState(readiness.status === 'needs-model');
  if (readiness.status === 'needs-model' && !hasWaited) setHasWaited(true);
  if (translate.error && translate.variables.article === article.id) {
    return (
      <Frame>
        <Refused message={translate.error.message} onAgain={() => translate.mutate(translate.variables)} />
      </Frame>
    );
  }
  if (job?.state === 'queued' && job.retryAt !== null) {
    return (
      <Frame>
        <Note
          tone="plain"
          title={jobText(job)}
          actions={
            <Button
              size="xs"
              variant="default"
              loading={retry.isPending}
              onClick={() => retry.mutate('retry')}
            >
              Try now
            </Button>
          }
        >
          {retry.error?.message ?? job.error}
        </Note>
      </Frame>
    );
  }
  // What it left may have been written by hand since.
  if (job?.state === 'failed' && (counts.untranslated > 0 || job.again)) {
    // What can be done about it depends on the models.
    if (!models) return null;
    const { damaged } = afterFailure(job, article, models);
    const isGone = !models.installed.some(({ id }) => id === job.model);
    const mustBeGot = readiness.status === 'needs-model' && (isGone || damaged?.isRepairable === false);
    return (
      <Frame>
        {mustBeGot ? (
          <NeedsModel article={article} onModels={onModels} onTranslation={onTranslation} />
        ) : (
          <FailedJob article={article} job={job} models={models} translate={translate} />
        )}
      </Frame>
    );
  }
  if (counts.untranslated === 0 && readiness.status !== 'needs-language') return null;
  switch (readiness.status) {
    case 'ready':
      if (!hasWaited || job !== null) return null;
      return (
        <Frame>
          <ModelArrived article={article} translate={translate} />
        </Frame>
      );
    case 'already-english':
      return (
        <Frame>
          <Note tone="plain" title="This article is already in English">
            There is nothing to translate. If its language was recognised wrongly, choose the right one above.
          </Note>
        </Frame>
      );
    case 'needs-language':
      return (
        <Frame>
          <ChooseLanguage article={article} />
        </Frame>
      );
    case 'needs-model':
      // An article that is mostly translated by hand does not wait for a machine.
      if (counts.untranslated < counts.edited + counts.approved) return null;
      return (
        <Frame>
          <NeedsModel article={article} onModels={onModels} onTranslation={onTranslation} />
        </Frame>
      );
  }
}

const Frame = ({ children }: { children: React.ReactNode }) => (
  <div className={classes.frame}>{children}</div>
);

function Refused({ message, onAgain }: { message: string; onAgain: () => void }) {
  return (
    <Note
      tone="trouble"
      title="The translation stopped"
      actions={
        <Button size="xs" onClick={onAgain}>
          Try again
        </Button>
      }
    >
      {message}
    </Note>
  );
}

function ChooseLanguage({ article }: { article: Article }) {
  const [language, setLanguage] = useState<string | null>(null);
  const change = useSetLanguage(article.id);
  return (
    <Note
      tone={change.error ? 'trouble' : 'plain'}
      title="Which language is this article in?"
      actions={
        <>
          <Select
            size="xs"
            aria-label="Language of the article"
            placeholder="Choose the language"
            data={languageChoices}
            value={language}
            onChange={setLanguage}
            searchable
            selectFirstOptionOnChange
            nothingFoundMessage="No language of that name"
          />
          <Button
            size="xs"
            disabled={language === null}
            loading={change.isPending}
            onClick={() => language !== null && change.mutate(language)}
          >
            Use this language
          </Button>
        </>
      }
    >
      {change.error?.message ?? 'The text is too short or too mixed to tell.'}
    </Note>
  );
}
