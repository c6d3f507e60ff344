import { ActionIcon, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Article, KnownModel } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { useModels } from '../api/queries.ts';
import { useCommands } from '../commands/run.ts';
import { languageName } from '../parts/languages.ts';
import { Note } from '../parts/Note.tsx';
import { counted } from '../parts/states.ts';
import { InstalledRow } from './InstalledRow.tsx';
import { LanguageBlock } from './LanguageBlock.tsx';
import classes from './Models.module.css';
import { ModelsBar } from './ModelsBar.tsx';
import { ModelsFoot } from './ModelsFoot.tsx';
import { OfferRow } from './OfferRow.tsx';
import {
  expectationOf,
  figureFor,
  languagesNamed,
  libraryLanguages,
  offersFor,
  type ModelList,
} from './offers.ts';
import { OnTheWay } from './OnTheWay.tsx';

interface Props {
  articles: readonly Article[];
  /** The language to look at, or null for all there is. */
  language: string | null;
  isLibraryShown: boolean;
  onClose: () => void;
  /** Says a passing word. */
  say: (word: string) => void;
}

/** The models on this machine, and those that could be: in the place of the bitext, since that waits for them. */
export function Models({ articles, language, isLibraryShown, onClose, say }: Props) {
  const models = useModels();
  const [query, setQuery] = useState(language === null ? '' : languageName(language));
  const search = useRef<HTMLInputElement>(null);
  useCommands({ 'editor.leave': onClose, 'models.open': onClose });
  // Whoever comes by the keyboard goes on from here, and later from where she came.
  useEffect(() => {
    const { activeElement: opener } = document;
    search.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
    };
  }, []);
  const checkAll = useMutation({
    mutationFn: () => call('models.verify', {}),
    onSuccess: (found) => {
      const damaged = found.filter(({ problem }) => problem).length;
      say(
        damaged > 0
          ? `${counted(damaged, 'model')} of ${found.length} ${damaged === 1 ? 'is' : 'are'} damaged`
          : `Every byte of ${counted(found.length, 'model')} is right`,
      );
    },
  });

  return (
    <main className={classes.main} aria-label="Models">
      <ModelsBar
        list={models.data}
        isLibraryShown={isLibraryShown}
        isChecking={checkAll.isPending}
        onCheckAll={() => checkAll.mutate()}
        onClose={onClose}
      />
      <div className={classes.scroller}>
        <div className={classes.page}>
          <TextInput
            ref={search}
            className={classes.search ?? ''}
            type="search"
            role="searchbox"
            aria-label="Find models for a language"
            placeholder="Find a language"
            leftSection={<IconSearch size={15} />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              if (query === '') onClose();
              else setQuery('');
            }}
            rightSection={
              query !== '' && (
                <ActionIcon
                  variant="transparent"
                  color="gray"
                  size="sm"
                  aria-label="Show all languages"
                  onClick={() => setQuery('')}
                >
                  <IconX size={14} />
                </ActionIcon>
              )
            }
          />
          {checkAll.error && (
            <Note tone="trouble" title="The models could not be checked">
              {checkAll.error.message}
            </Note>
          )}
          {models.isError && !models.data && (
            <Note tone="trouble" title="The models could not be listed">
              {models.error.message}
            </Note>
          )}
          {models.data && (
            <Shelves
              list={models.data}
              articles={articles}
              query={query.trim()}
              isChecking={checkAll.isPending}
              say={say}
            />
          )}
        </div>
      </div>
    </main>
  );
}

interface ShelvesProps {
  list: ModelList;
  articles: readonly Article[];
  query: string;
  isChecking: boolean;
  say: (word: string) => void;
}

/** What is on its way, what is here, what there is for the library, and what there is besides. */
function Shelves({ list, articles, query, isChecking, say }: ShelvesProps) {
  const counts = libraryLanguages(articles);
  const named = query === '' ? null : languagesNamed(list, query);
  const blocks = offersFor(list, named ?? counts.keys(), counts);
  const installed =
    named === null
      ? list.installed
      : list.installed.filter(({ source }) => source.some((tag) => named.includes(tag)));
  const downloads = new Map(list.downloads.map((download) => [download.model, download]));
  const knownOf = (repository: string | null) => list.known.find((known) => known.repository === repository);

  const here = new Set(list.installed.map(({ repository }) => repository));
  const recommended = new Set(blocks.map(({ offers: [first] }) => first?.model.id));
  const rest =
    named === null
      ? list.known.filter(({ id, repository }) => !here.has(repository) && !recommended.has(id))
      : [];
  // One thing to do first: to mend what is damaged, else to get the model for most of the articles that have none.
  const wanting = installed.some(({ problem }) => problem !== null)
    ? undefined
    : blocks.find(({ installed: whole, offers }) => whole.length === 0 && offers.length > 0);

  return (
    <>
      <OnTheWay list={list} />
      {installed.length > 0 && (
        <section className={classes.section} aria-label="On this machine">
          <h3 className={classes.heading}>On this machine</h3>
          <ul className={classes.rows}>
            {installed.map((model) => {
              const known = knownOf(model.repository);
              return (
                <InstalledRow
                  key={model.id}
                  model={model}
                  known={known}
                  expected={known ? expectationOf(list, known, named ?? counts.keys()) : null}
                  download={downloads.get(model.id) ?? (known && downloads.get(known.id))}
                  isChecking={isChecking}
                  say={say}
                />
              );
            })}
          </ul>
        </section>
      )}
      {blocks.length > 0 && (
        <section className={classes.section} aria-label="By language">
          <h3 className={classes.heading}>
            {named === null ? 'For the languages of this library' : `For “${query}”`}
          </h3>
          {blocks.map((block) => (
            <LanguageBlock
              key={block.language}
              block={block}
              downloads={downloads}
              isPrimary={block === wanting}
            />
          ))}
        </section>
      )}
      {named?.length === 0 && (
        <p className={classes.nothing}>
          No model is known for “{query}”. One in the standard ONNX layout can be installed from a folder.
        </p>
      )}
      {rest.length > 0 && (
        <section className={classes.section} aria-label="All others">
          <h3 className={classes.heading}>All others</h3>
          <ul className={classes.rows}>
            {rest.map((model) => (
              <OfferRow
                key={model.id}
                offer={{ model, quality: model.quality, figure: onlyFigure(model) }}
                language={null}
                download={downloads.get(model.id)}
              />
            ))}
          </ul>
        </section>
      )}
      <ModelsFoot list={list} />
    </>
  );
}

/** A model for many languages has a figure for each: they are told with the language. */
const onlyFigure = (model: KnownModel) => {
  const [language, ...others] = model.source;
  return language !== undefined && others.length === 0 ? figureFor(model, language) : null;
};
