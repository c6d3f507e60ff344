import { ActionIcon, Checkbox, Menu, Tooltip } from '@mantine/core';
import {
  IconColumns2,
  IconDots,
  IconFileExport,
  IconLanguage,
  IconPlayerPause,
  IconPlayerPlay,
  IconSparkles,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import type { Article } from '../../electron/contract.ts';
import { isUnfinished, shortJobText } from '../parts/job-words.ts';
import { articleLanguage, languageConfidence, languageName } from '../parts/languages.ts';
import classes from './ArticleRow.module.css';
import { progress } from './grouping.ts';
import { useJobStep } from '../review/useTranslate.ts';
import { StateBar } from './StateBar.tsx';

/** What may be done with an article from the library. */
export interface ArticleActions {
  open: (article: number) => void;
  translate: (article: Article) => void;
  addTranslation: (article: Article) => void;
  exportThese: (articles: number[]) => void;
  chooseLanguage: (article: Article) => void;
  remove: (articles: number[]) => void;
}

interface Props {
  article: Article;
  isOpen: boolean;
  isSelected: boolean;
  /** Something is selected, so that every row shows its box. */
  isSelecting: boolean;
  onSelect: (article: number, range: boolean) => void;
  actions: ArticleActions;
}

export function ArticleRow({ article, isOpen, isSelected, isSelecting, onSelect, actions }: Props) {
  const [menuOpened, setMenuOpened] = useState(false);
  const { id, title, counts, readiness, job } = article;
  const row = useRef<HTMLLIElement>(null);
  const step = useJobStep(id);
  const isPaused = job?.state === 'paused';

  // An article may be opened from elsewhere: an import, a search, the last session.
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  const click = (event: MouseEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) onSelect(id, event.shiftKey);
    else actions.open(id);
  };

  return (
    <li
      ref={row}
      className={classes.row}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      data-selecting={isSelecting || undefined}
      data-menu={menuOpened || undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpened(true);
      }}
    >
      <button
        type="button"
        className={classes.open}
        aria-current={isOpen || undefined}
        aria-label={`${title}, ${languageName(article.language)}, ${progress(article)}`}
        onClick={click}
      >
        <span className={classes.title}>{title}</span>
        <span className={classes.meta}>
          <Tooltip label={languageConfidence(article)}>
            <span className={classes.language}>{articleLanguage(article)}</span>
          </Tooltip>
          <span className={classes.progress}>
            {isUnfinished(job) ? shortJobText(job) : progress(article)}
          </span>
        </span>
        <StateBar counts={counts} />
      </button>
      <Checkbox
        className={classes.box}
        size="xs"
        aria-label={`Select “${title}”`}
        checked={isSelected}
        onChange={(event) => onSelect(id, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
      />
      <Menu opened={menuOpened} onChange={setMenuOpened} position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            className={classes.more}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Actions for “${title}”`}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isUnfinished(job) ? (
            <>
              <Menu.Item
                leftSection={isPaused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
                onClick={() => step.mutate(isPaused ? 'resume' : 'pause')}
              >
                {isPaused ? 'Resume the translation' : 'Pause the translation'}
              </Menu.Item>
              <Menu.Item leftSection={<IconX size={15} />} onClick={() => step.mutate('cancel')}>
                Cancel the translation
              </Menu.Item>
            </>
          ) : (
            <Menu.Item
              leftSection={<IconSparkles size={15} />}
              disabled={readiness.status !== 'ready' || counts.untranslated === 0}
              onClick={() => actions.translate(article)}
            >
              Translate
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconColumns2 size={15} />}
            disabled={readiness.status === 'already-english'}
            onClick={() => actions.addTranslation(article)}
          >
            Add an existing translation…
          </Menu.Item>
          <Menu.Item leftSection={<IconFileExport size={15} />} onClick={() => actions.exportThese([id])}>
            Export…
          </Menu.Item>
          <Menu.Item leftSection={<IconLanguage size={15} />} onClick={() => actions.chooseLanguage(article)}>
            Language…
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => actions.remove([id])}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
