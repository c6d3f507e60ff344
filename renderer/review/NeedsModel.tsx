import { Anchor, Button, Code } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import type { Article, KnownModel, Model } from '../../electron/contract.ts';
import { keys, queryClient } from '../api/cache.ts';
import { useInfo, useModels } from '../api/queries.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { languageName } from '../parts/languages.ts';
import { Note } from '../parts/Note.tsx';
import classes from './Obstacle.module.css';

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

/** Which model the article's language needs, what to expect of it, and how it comes onto this machine. */
export function NeedsModel({ article, repository, sizeBytes, onTranslation }: Needed) {
  const info = useInfo();
  const models = useModels();
  const language = languageName(article.language);
  const known = models.data?.known.find((model) => model.repository === repository);
  const broken = damaged(models.data?.installed ?? [], article.language, known);
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
      {typeof known?.note === 'string' && <p className={classes.paragraph}>{known.note}</p>}
      {broken.map(({ id, problem }) => (
        <p key={id} className={classes.problem}>
          {problem}
        </p>
      ))}
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
            <CopyText text={folder} variant="subtle" color="gray" />
          </span>
        </li>
      </ol>
      <p className={classes.paragraph}>It is used at once; nothing is sent anywhere.</p>
    </Note>
  );
}

/** Models that lie in the models folder and would do, if they were whole. */
const damaged = (installed: Model[], language: string | null, known: KnownModel | undefined): Model[] =>
  installed.filter(
    ({ id, source, problem }) =>
      problem !== null && (source.includes(language ?? '') || (known !== undefined && id.includes(known.id))),
  );

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
