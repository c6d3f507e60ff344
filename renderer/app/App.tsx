import { useElementSize } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Article } from '../../electron/contract.ts';
import { keys, onDownloadNews, queryClient, saver } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { useConnection, useConnectionProblem } from '../api/connection.ts';
import { useLibrary } from '../api/queries.ts';
import { KeysDialog } from '../commands/KeysDialog.tsx';
import { run, useCommands } from '../commands/run.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { DropZone } from '../library/DropZone.tsx';
import { LanguageDialog } from '../library/LanguageDialog.tsx';
import { Library } from '../library/Library.tsx';
import { PasteDialog } from '../library/PasteDialog.tsx';
import { useImport } from '../library/useImport.ts';
import { droppedFiles, isArchive } from '../models/chosen-files.ts';
import { DownloadBar } from '../models/DownloadBar.tsx';
import { handOver } from '../models/handovers.ts';
import { Models } from '../models/Models.tsx';
import { useRemembered } from '../parts/remembered.ts';
import { TranslationDialog } from '../translation/TranslationDialog.tsx';
import { useNotice } from '../parts/useNotice.ts';
import { useTranslate } from '../review/useTranslate.ts';
import classes from './App.module.css';
import { HomelessTexts } from './HomelessTexts.tsx';
import { Middle } from './Middle.tsx';
import { Refused } from './Refused.tsx';
import { RemovedBar } from './RemovedBar.tsx';
import { useRemoval } from './useRemoval.ts';

type Dialog =
  | { kind: 'keys' }
  | { kind: 'paste' }
  | { kind: 'language'; article: Article }
  | { kind: 'translation'; article: Article }
  | { kind: 'export'; articles: number[] };

/** Below this width the unit's panel would leave the two columns no room, so it waits until it is asked for. */
const PANEL_FITS_PX = 1360;

/** The three zones, the dialogs over them, and what is remembered of them. */
export function App() {
  const state = useConnection();
  const problem = useConnectionProblem();
  const library = useLibrary();
  const articles = library.data ?? [];
  const [openId, setOpenId] = useRemembered<number | null>('article', null);
  const [isLibraryShown, setLibraryShown] = useRemembered<boolean>('library', true);
  const [isPanelWanted, setPanelWanted] = useRemembered<boolean | null>('panel', null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { ref, width } = useElementSize();
  const translate = useTranslate();
  const removal = useRemoval();
  const [notice, say] = useNotice();
  const [models, setModels] = useState<{ language: string | null } | null>(null);

  const open = (article: number) => {
    void saver.flush();
    setModels(null);
    setOpenId(article);
  };
  const importing = useImport(([first]) => {
    if (first) open(first.id);
  });
  const current = articles.find(({ id }) => id === openId) ?? null;
  const isPanelShown = isPanelWanted ?? width >= PANEL_FITS_PX;
  const close = () => setDialog(null);
  const openModels = (language: string | null) => {
    void saver.flush();
    setModels({ language });
  };

  const openSamples = async () => {
    const samples = await call('library.openSamples', {});
    await queryClient.invalidateQueries({ queryKey: keys.library });
    const first = samples.find(({ origin }) => origin === 'sample') ?? samples[0];
    if (first) open(first.id);
  };

  const chooseFiles = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.txt,text/plain';
    input.addEventListener('change', () => void importing.files([...(input.files ?? [])]));
    input.click();
  };

  const drop = (transfer: DataTransfer) => {
    const files = [...transfer.files];
    if (models === null && !files.every(isArchive)) return void importing.files(files);
    setModels(models ?? { language: null });
    return void droppedFiles(transfer).then(handOver);
  };

  // How downloads end is said wherever the editor is.
  useEffect(() => onDownloadNews(say), []);

  /** The search answers its key itself, once it is on screen. */
  const searchHidden = () => {
    flushSync(() => setLibraryShown(true));
    run('library.search');
  };

  useCommands({
    'help.keys': () => setDialog({ kind: 'keys' }),
    'export.open': () => {
      if (articles.length > 0) setDialog({ kind: 'export', articles: [] });
    },
    'models.open': () => openModels(null),
    'library.toggle': () => setLibraryShown(!isLibraryShown),
    'panel.toggle': () => setPanelWanted(!isPanelShown),
    ...(isLibraryShown ? {} : { 'library.search': searchHidden }),
  });

  if (state === 'refused') return <Refused />;

  return (
    <div className={classes.window} ref={ref}>
      {state === 'lost' && (
        <div className={classes.banner} role="status">
          {problem === null
            ? 'Reconnecting… your text is kept.'
            : `${problem} Until then your text is kept here.`}
        </div>
      )}
      <div className={classes.zones}>
        {isLibraryShown && (
          <div className={classes.library}>
            <Library
              articles={articles}
              openArticle={models ? null : openId}
              importing={importing}
              onChooseFiles={chooseFiles}
              onPaste={() => setDialog({ kind: 'paste' })}
              onRestore={(article) => removal.restore([article])}
              actions={{
                open,
                translate: ({ id }) => {
                  open(id);
                  translate.mutate({ article: id });
                },
                addTranslation: (article) => setDialog({ kind: 'translation', article }),
                exportThese: (ids) => setDialog({ kind: 'export', articles: ids }),
                chooseLanguage: (article) => setDialog({ kind: 'language', article }),
                remove: (ids) => removal.remove(articles.filter(({ id }) => ids.includes(id))),
              }}
            />
            <RemovedBar removal={removal} />
          </div>
        )}
        {models && (
          <Models
            key={models.language}
            articles={articles}
            language={models.language}
            isLibraryShown={isLibraryShown}
            onClose={() => setModels(null)}
            say={say}
          />
        )}
        {!models && (
          <Middle
            library={library}
            current={current}
            translate={translate}
            isLibraryShown={isLibraryShown}
            isPanelShown={isPanelShown}
            onSamples={openSamples}
            onImport={chooseFiles}
            onTranslation={(article) => setDialog({ kind: 'translation', article })}
            onLanguage={(article) => setDialog({ kind: 'language', article })}
            onExport={() => setDialog({ kind: 'export', articles: [] })}
            onModels={openModels}
          />
        )}
      </div>
      {!isLibraryShown && <DownloadBar />}
      <HomelessTexts />
      <DropZone
        invitation={
          models ? 'Drop a model’s folder or archive to install it' : 'Drop the articles to import them'
        }
        onDrop={drop}
      />
      <KeysDialog opened={dialog?.kind === 'keys'} onClose={close} />
      <PasteDialog
        opened={dialog?.kind === 'paste'}
        onClose={close}
        onPaste={(name, text) => void importing.text(name, text)}
      />
      {dialog?.kind === 'language' && <LanguageDialog article={dialog.article} onClose={close} />}
      {dialog?.kind === 'translation' && (
        <TranslationDialog
          article={dialog.article}
          onClose={close}
          onAligned={(article, word) => {
            close();
            open(article);
            say(word);
          }}
        />
      )}
      {dialog?.kind === 'export' && (
        <ExportDialog
          library={articles}
          current={current}
          selected={articles.filter(({ id }) => dialog.articles.includes(id))}
          onClose={close}
          onExported={say}
        />
      )}
      {/* Always there: a region that comes with its word is not read out everywhere. */}
      <div role="status">{notice !== null && <div className={classes.notice}>{notice}</div>}</div>
    </div>
  );
}
