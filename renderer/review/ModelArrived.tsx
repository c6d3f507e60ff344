import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Article } from '../../electron/contract.ts';
import { languageName } from '../parts/languages.ts';
import { Note } from '../parts/Note.tsx';
import { counted } from '../parts/states.ts';
import type { Translate } from './useTranslate.ts';

interface Props {
  article: Article;
  translate: Translate;
}

/** In the place where the model was asked for: it is here, and there is one thing to do. */
export function ModelArrived({ article, translate }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  // Whoever waited at the download's buttons, which are gone, goes on from here; whoever types is not disturbed.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <Note
      tone="plain"
      isLive={false}
      title={`The ${languageName(article.language)} model is here`}
      actions={
        <Button
          ref={button}
          size="xs"
          loading={translate.isPending}
          onClick={() => translate.mutate({ article: article.id })}
        >
          Translate {counted(article.counts.untranslated, 'sentence')}
        </Button>
      }
    />
  );
}
