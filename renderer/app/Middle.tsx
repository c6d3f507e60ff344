import { Button } from '@mantine/core';
import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import type { Article } from '../../electron/contract.ts';
import { useOpenArticle } from '../api/queries.ts';
import { Welcome } from '../library/Welcome.tsx';
import { Note } from '../parts/Note.tsx';
import { Review } from '../review/Review.tsx';
import type { Translate } from '../review/useTranslate.ts';
import classes from './App.module.css';

interface Props {
  library: UseQueryResult<Article[]>;
  current: Article | null;
  translate: Translate;
  isLibraryShown: boolean;
  isPanelShown: boolean;
  onSamples: () => Promise<void>;
  onImport: () => void;
  onLanguage: (article: Article) => void;
  onModels: (language: string | null) => void;
  onTranslation: (article: Article) => void;
  onExport: () => void;
}

/** What stands in the middle: the open article, or what to do when there is none. */
export function Middle({ library, current, onSamples, onImport, ...rest }: Props) {
  const samples = useMutation({ mutationFn: onSamples });
  // What was read before still stands when it could not be read again.
  if (library.isError && !library.data) {
    return <Trouble what="The library" error={library.error} onAgain={() => void library.refetch()} />;
  }
  if (current) return <Opened key={current.id} article={current} {...rest} />;
  return (
    <main className={classes.middle} aria-label="Welcome">
      {library.data?.length === 0 && (
        <Welcome
          isBusy={samples.isPending}
          problem={samples.error?.message ?? null}
          onSamples={() => samples.mutate()}
          onImport={onImport}
        />
      )}
      {library.data && library.data.length > 0 && (
        <p className={classes.hint}>Choose an article in the library.</p>
      )}
    </main>
  );
}

type OpenedProps = Pick<
  Props,
  'translate' | 'isLibraryShown' | 'isPanelShown' | 'onLanguage' | 'onModels' | 'onTranslation' | 'onExport'
> & {
  article: Article;
};

function Opened({ article, onLanguage, onTranslation, ...rest }: OpenedProps) {
  const open = useOpenArticle(article.id);
  if (open.isError && !open.data) {
    return <Trouble what={`“${article.title}”`} error={open.error} onAgain={() => void open.refetch()} />;
  }
  if (!open.data) return <main className={classes.middle} aria-label="Review" aria-busy />;
  // Another language cuts other sentences: the review begins anew with them.
  const cut = `${article.id} ${open.data.article.language} ${open.data.units[0]?.id}`;
  return (
    <Review
      key={cut}
      article={article}
      open={open.data}
      onLanguage={() => onLanguage(article)}
      onTranslation={() => onTranslation(article)}
      {...rest}
    />
  );
}

function Trouble({ what, error, onAgain }: { what: string; error: Error; onAgain: () => void }) {
  return (
    <main className={classes.middle} aria-label="Trouble">
      <div className={classes.trouble}>
        <Note
          tone="trouble"
          title={`${what} could not be opened`}
          actions={
            <Button size="xs" onClick={onAgain}>
              Try again
            </Button>
          }
        >
          {error.message}
        </Note>
      </div>
    </main>
  );
}
