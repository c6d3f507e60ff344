import { Anchor, Button, Code, CopyButton, Select } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import type { Article, KnownModel } from '../../electron/contract.ts';
import { keys, queryClient } from '../api/cache.ts';
import { useInfo, useModels } from '../api/queries.ts';
import { useSetLanguage } from '../library/LanguageDialog.tsx';
import { languageChoices, languageName } from '../parts/languages.ts';
import { Note } from '../parts/Note.tsx';
import classes from './Obstacle.module.css';
import type { Translate } from './useTranslate.ts';

interface Props {
  article: Article;
  translate: Translate;
  onTranslation: () => void;
}

/** What stands between the article and its translation, and how it is cleared away; nothing when nothing does. */
export function Obstacle({ article, translate, onTranslation }: Props) {
  const { job, readiness, counts } = article;
  if (translate.error && translate.variables === article.id) {
    return (
      <Frame>
        <Failed message={translate.error.message} onAgain={() => translate.mutate(article.id)} />
      </Frame>
    );
  }
  if (job?.state === 'failed') {
    const where = job.done > 0 ? ` after ${job.done} of ${job.total} sentences` : '';
    return (
      <Frame>
        <Failed where={where} message={job.error ?? ''} onAgain={() => translate.mutate(article.id)} />
      </Frame>
    );
  }
  if (counts.untranslated === 0 && readiness.status !== 'needs-language') return null;
  switch (readiness.status) {
    case 'ready':
      return null;
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
      return (
        <Frame>
          <NeedsModel
            article={article}
            repository={readiness.repository}
            sizeBytes={readiness.sizeBytes}
            onTranslation={onTranslation}
          />
        </Frame>
      );
  }
}

const Frame = ({ children }: { children: React.ReactNode }) => (
  <div className={classes.frame}>{children}</div>
);

function Failed({ where = '', message, onAgain }: { where?: string; message: string; onAgain: () => void }) {
  return (
    <Note
      tone="trouble"
      title={`The translation stopped${where}`}
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

/** The files of a model in the standard layout, by their place in its folder. */
const files = [
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/encoder_model_quantized.onnx',
  'onnx/decoder_model_merged_quantized.onnx',
];

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

const lookAgain = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.models }),
    queryClient.invalidateQueries({ queryKey: keys.library }),
  ]);

interface Needed {
  article: Article;
  repository: string | null;
  sizeBytes: number | null;
  onTranslation: () => void;
}

function NeedsModel({ article, repository, sizeBytes, onTranslation }: Needed) {
  const info = useInfo();
  const models = useModels();
  const language = languageName(article.language);
  const known = models.data?.known.find((model) => model.repository === repository);
  const folder = info.data?.modelsFolder ?? '';
  // She comes back from having copied the model into its folder.
  useWindowEvent('focus', () => void lookAgain());

  return (
    <Note
      tone="plain"
      title={`${language} needs a model that is not on this machine yet`}
      actions={
        <>
          <Button size="xs" variant="default" loading={models.isFetching} onClick={() => void lookAgain()}>
            Look again
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onTranslation}>
            Add an existing translation…
          </Button>
        </>
      }
    >
      {repository === null ? (
        <p className={classes.paragraph}>
          No model for {language} is known to the app. A Marian model (Opus-MT) from {language} to English, in
          the layout below, will do.
        </p>
      ) : (
        <p className={classes.paragraph}>
          <Facts repository={repository} sizeBytes={sizeBytes} known={known} />
        </p>
      )}
      <ol className={classes.steps}>
        <li>
          {repository === null ? (
            'Get these files of the model:'
          ) : (
            <>
              On a computer with a network, download these files from{' '}
              <Anchor href={`https://huggingface.co/${repository}`} target="_blank" rel="noreferrer" inherit>
                huggingface.co/{repository}
              </Anchor>
              :
            </>
          )}
          <span className={classes.files}>
            {files.map((file) => (
              <Code key={file}>{file}</Code>
            ))}
          </span>
        </li>
        <li>
          Put them, in a folder{' '}
          {repository === null ? 'of their own' : <Code>{repository.split('/').at(-1)}</Code>}, into the
          models folder of this machine:
          <span className={classes.folder}>
            <Code className={classes.path}>{folder}</Code>
            <CopyButton value={folder}>
              {({ copied, copy }) => (
                <Button size="compact-xs" variant="subtle" color="gray" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </span>
        </li>
      </ol>
      <p className={classes.paragraph}>It is used at once; nothing is sent anywhere.</p>
    </Note>
  );
}

interface ModelFacts {
  repository: string;
  sizeBytes: number | null;
  known: KnownModel | undefined;
}

function Facts({ repository, sizeBytes, known }: ModelFacts) {
  const size = sizeBytes ?? known?.sizeBytes;
  const facts = [size && megabytes(size), known?.licence].filter(Boolean);
  return (
    <>
      The recommended one is <strong>{known?.name ?? repository}</strong>
      {facts.length > 0 && ` (${facts.join(', ')})`}.
    </>
  );
}
