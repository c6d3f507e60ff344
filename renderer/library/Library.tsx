import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileText, IconClipboardText, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Article } from '../../electron/contract.ts';
import { useSearch } from '../api/queries.ts';
import { hint } from '../commands/key-names.ts';
import { useCommands } from '../commands/run.ts';
import { DownloadBar } from '../models/DownloadBar.tsx';
import { counted } from '../parts/states.ts';
import { ArticleRow, type ArticleActions } from './ArticleRow.tsx';
import { between, shelves } from './grouping.ts';
import { ImportReport } from './ImportReport.tsx';
import classes from './Library.module.css';
import { LibraryFooter } from './LibraryFooter.tsx';
import { QueueBar } from './QueueBar.tsx';
import { RemovedShelf } from './RemovedShelf.tsx';
import type { Importing } from './useImport.ts';

interface Props {
  articles: Article[];
  openArticle: number | null;
  importing: Importing;
  onChooseFiles: () => void;
  onPaste: () => void;
  onRestore: (article: Article) => void;
  actions: ArticleActions;
}

/** The left zone: what there is to read, what is done of it, and the way in for more. */
export function Library(props: Props) {
  const { articles, openArticle, importing, onChooseFiles, onPaste, onRestore, actions } = props;
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 120);
  const found = useSearch(query);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const lastSelected = useRef<number | null>(null);
  const search = useRef<HTMLInputElement>(null);

  useCommands({ 'library.search': () => search.current?.select() });

  const shown = query === '' ? articles : articles.filter(({ id }) => found.data?.includes(id));
  const groups = shelves(shown);
  const order = groups.flatMap((group) => group.articles.map(({ id }) => id));
  const chosen = order.filter((id) => selected.has(id));

  const select = (article: number, range: boolean) => {
    const next = new Set(selected);
    if (range && lastSelected.current !== null) {
      for (const id of between(order, lastSelected.current, article)) next.add(id);
    } else if (!next.delete(article)) next.add(article);
    lastSelected.current = article;
    setSelected(next);
  };
  const clear = () => setSelected(new Set());

  return (
    <nav className={classes.library} aria-label="Library">
      <header className={classes.header}>
        <h1 className={classes.name}>Bitext Workbench</h1>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} />}
              loading={importing.isBusy}
            >
              Import
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconFileText size={15} />} onClick={onChooseFiles}>
              Text files…
            </Menu.Item>
            <Menu.Item leftSection={<IconClipboardText size={15} />} onClick={onPaste}>
              Paste an article…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <div className={classes.search}>
        <Tooltip label={hint('library.search')}>
          <TextInput
            ref={search}
            type="search"
            role="searchbox"
            size="xs"
            aria-label="Search the library"
            placeholder="Search titles and text"
            leftSection={<IconSearch size={14} />}
            value={typed}
            disabled={articles.length === 0}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              const [first] = order;
              if (event.key === 'Escape') setTyped('');
              else if (event.key === 'Enter' && query !== '' && first !== undefined) actions.open(first);
            }}
            rightSection={
              typed !== '' && (
                <ActionIcon
                  variant="transparent"
                  color="gray"
                  size="xs"
                  aria-label="Clear the search"
                  onClick={() => setTyped('')}
                >
                  <IconX size={13} />
                </ActionIcon>
              )
            }
          />
        </Tooltip>
      </div>
      <ImportReport trouble={importing.trouble} onOpen={actions.open} onDismiss={importing.dismiss} />
      <div className={classes.list}>
        {query !== '' && found.data && shown.length === 0 && (
          <p className={classes.nothing}>Nothing found for “{query}”.</p>
        )}
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2 className={classes.shelf}>{group.title}</h2>
            <ul className={classes.articles}>
              {group.articles.map((article) => (
                <ArticleRow
                  key={article.id}
                  article={article}
                  isOpen={article.id === openArticle}
                  isSelected={selected.has(article.id)}
                  isSelecting={chosen.length > 0}
                  onSelect={select}
                  actions={actions}
                />
              ))}
            </ul>
          </section>
        ))}
        {query === '' && <RemovedShelf onRestore={onRestore} />}
      </div>
      {chosen.length > 0 && (
        <div className={classes.selection} role="toolbar" aria-label="Selected articles">
          <Button fullWidth onClick={() => actions.exportThese(chosen)}>
            Export {counted(chosen.length, 'article')}…
          </Button>
          <div className={classes.selectionRest}>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => {
                actions.remove(chosen);
                clear();
              }}
            >
              Remove
            </Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={clear}>
              Clear the selection
            </Button>
          </div>
        </div>
      )}
      <QueueBar articles={articles} />
      <DownloadBar />
      <LibraryFooter />
    </nav>
  );
}
