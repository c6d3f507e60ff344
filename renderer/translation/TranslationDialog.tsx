import { Button, FileButton, Group, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Article, Output } from '../../electron/contract.ts';
import { toBase64 } from '../api/base64.ts';
import { keys, queryClient, saver } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { Note } from '../parts/Note.tsx';
import { counted } from '../parts/states.ts';
import classes from './TranslationDialog.module.css';

interface Props {
  article: Article;
  onClose: () => void;
  /** The article now stands beside its translation; with a word on how well they match. */
  onAligned: (article: number, word: string) => void;
}

/** Sets an existing English translation beside its original, sentence by sentence. */
export function TranslationDialog({ article, onClose, onAligned }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const align = useMutation({
    mutationFn: async () => {
      // What is typed belongs to the units that are about to be replaced, so that undo brings it back.
      await saver.allSaved();
      const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text);
      const name = file?.name ?? 'Pasted translation';
      return call('align.addTranslation', { article: article.id, name, base64: toBase64(bytes) });
    },
    onSuccess: async (outcome) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.review(article.id) }),
        queryClient.invalidateQueries({ queryKey: keys.library }),
      ]);
      onAligned(article.id, outcomeText(outcome));
    },
  });
  const { draft, edited, approved } = article.counts;
  const written = draft + edited + approved;

  return (
    // An alignment cannot be stopped, so that a dialog which could be closed would claim that it was.
    <Modal
      opened
      onClose={onClose}
      title="Add an existing translation"
      size={640}
      closeOnEscape={!align.isPending}
      closeOnClickOutside={!align.isPending}
      withCloseButton={!align.isPending}
    >
      <p className={classes.lead}>
        The English text is cut into sentences and paired with “{article.title}”. Pairs that are unsure are
        marked; nothing of either text is left out.
      </p>
      <Group gap="sm">
        <FileButton onChange={setFile} accept=".txt,text/plain">
          {(props) => (
            <Button variant="default" {...props}>
              {file ? 'Choose another file…' : 'Choose a text file…'}
            </Button>
          )}
        </FileButton>
        {file && (
          <>
            <span className={classes.file}>{file.name}</span>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setFile(null)}>
              Paste instead
            </Button>
          </>
        )}
      </Group>
      {!file && (
        <Textarea
          mt="md"
          label="Or paste the English text"
          value={text}
          rows={10}
          data-autofocus
          classNames={{ input: classes.pasted ?? '' }}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {written > 0 && (
        <p className={classes.warning}>
          {counted(written, 'sentence')} of this article {written === 1 ? 'is' : 'are'} translated already.
          The pairs take their place; Undo brings everything back.
        </p>
      )}
      {align.error && (
        <Note tone="trouble" title="The translation was not added">
          {align.error.message}
        </Note>
      )}
      {align.isPending && (
        <Note tone="plain" title="Aligning…">
          The sentences of both texts are being paired. Where a model for this language is here, what it makes
          of the article is compared too, which may take half a minute.
        </Note>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" disabled={align.isPending} onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={!file && text.trim() === ''}
          loading={align.isPending}
          onClick={() => align.mutate()}
        >
          Align the translation
        </Button>
      </Group>
    </Modal>
  );
}

/** What came of it, e.g. "22 units: 3 unsure, 1 only in the translation". */
function outcomeText({ units, unsure, unanswered, additions }: Output<'align.addTranslation'>): string {
  if (unsure + unanswered + additions > units / 2) {
    return 'Most of it does not match. Is it the translation of this article? Undo takes it back.';
  }
  const parts = [
    unsure > 0 && `${unsure} unsure`,
    unanswered > 0 && `${unanswered} untranslated`,
    additions > 0 && `${additions} only in the translation`,
  ].filter(Boolean);
  return `${counted(units, 'unit')}${parts.length > 0 ? `: ${parts.join(', ')}` : ', all paired'}`;
}
