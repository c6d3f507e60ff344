import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Article, Model } from '../../electron/contract.ts';
import { useModels } from '../api/queries.ts';
import classes from './TopBar.module.css';
import type { Translate } from './useTranslate.ts';

interface Props {
  article: Article;
  translate: Translate;
}

/** The less usual ways to translate: with another model, and once more what has been translated. */
export function TranslateMenu({ article, translate }: Props) {
  const models = useModels();
  const { counts, readiness, language } = article;
  if (readiness.status !== 'ready' || language === null) return null;
  const choices = modelsFor(models.data?.installed ?? [], language, readiness.model);
  const translated = counts.draft + counts.edited + counts.approved;
  const canChoose = counts.untranslated > 0 && choices.length > 1;
  if (!canChoose && translated === 0) return null;
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="More ways to translate">
          <IconChevronDown size={15} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canChoose && (
          <>
            <Menu.Label>What is untranslated</Menu.Label>
            {choices.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => translate.mutate({ article: article.id, model: id })}>
                With {name}
              </Menu.Item>
            ))}
          </>
        )}
        {translated > 0 && (
          <>
            <Menu.Label>
              Translate all again
              <span className={classes.explanation}>
                Drafts are renewed, and the older ones kept. What you have written stays.
              </span>
            </Menu.Label>
            {choices.map(({ id, name }) => (
              <Menu.Item
                key={id}
                onClick={() => translate.mutate({ article: article.id, model: id, again: true })}
              >
                Again with {name}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The installed models for a language; one with a closed vocabulary only where the article is within it. */
const modelsFor = (installed: readonly Model[], language: string, chosen: string): Model[] =>
  installed.filter(
    ({ problem, source, closedVocabulary, name }) =>
      problem === null &&
      (source.includes(language) || source.includes(language.split('-')[0] ?? language)) &&
      (!closedVocabulary || name === chosen),
  );
