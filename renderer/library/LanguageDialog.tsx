import { Button, Group, Modal, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Article } from '../../electron/contract.ts';
import { keys, queryClient, saver } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { choicesFor, languageConfidence } from '../parts/languages.ts';
import { Note } from '../parts/Note.tsx';

/** Sets an article's language; its sentences are cut anew, so everything about it is asked for again. */
export const useSetLanguage = (article: number) =>
  useMutation({
    mutationFn: async (language: string) => {
      await saver.allSaved();
      return call('library.setLanguage', { article, language });
    },
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.library }),
        queryClient.invalidateQueries({ queryKey: keys.review(article) }),
      ]),
  });

export function LanguageDialog({ article, onClose }: { article: Article; onClose: () => void }) {
  const [language, setLanguage] = useState(article.language);
  const change = useSetLanguage(article.id);
  const isSame = language === article.language;
  return (
    <Modal opened onClose={onClose} title={`Language of “${article.title}”`} size={440}>
      <Select
        label="Language"
        description={languageConfidence(article)}
        placeholder="Choose a language"
        data={choicesFor(article)}
        // A letter typed looks for a language, whatever stands there; Enter takes what it finds.
        selectFirstOptionOnChange
        nothingFoundMessage="No language of that name"
        onFocus={(event) => event.currentTarget.select()}
        value={language}
        onChange={setLanguage}
        searchable
        allowDeselect={false}
        data-autofocus
      />
      {change.error && (
        <Note tone="trouble" title="The language was not changed">
          {change.error.message}
        </Note>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          // What was recognised can be confirmed, which ends the doubt about it.
          disabled={language === null || (isSame && article.languageChosen)}
          loading={change.isPending}
          onClick={() => language !== null && change.mutate(language, { onSuccess: onClose })}
        >
          {isSame && !article.languageChosen ? 'Use this language' : 'Change the language'}
        </Button>
      </Group>
    </Modal>
  );
}
