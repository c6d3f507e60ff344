import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Article, Unit } from '../../electron/contract.ts';
import { putHistory, putUnits, saver } from '../api/cache.ts';
import { call, messageOf } from '../api/client.ts';
import type { OpenArticle } from '../api/units.ts';
import { run, useCommands } from '../commands/run.ts';
import { UnitPanel } from '../unit-panel/UnitPanel.tsx';
import { Grid } from './Grid.tsx';
import { isDoubtful, isNotApproved, isUntranslated, nextUnit } from './navigation.ts';
import { Obstacle } from './Obstacle.tsx';
import classes from './Review.module.css';
import { StatusLine } from './StatusLine.tsx';
import type { EditorHandle, Place } from './TargetEditor.tsx';
import { TopBar } from './TopBar.tsx';
import type { RowActions } from './UnitRow.tsx';
import { useActive } from './useActive.ts';
import { useNotice } from '../parts/useNotice.ts';
import type { Translate } from './useTranslate.ts';

interface Props {
  article: Article;
  open: OpenArticle;
  translate: Translate;
  isLibraryShown: boolean;
  isPanelShown: boolean;
  onLanguage: () => void;
  onModels: (language: string | null) => void;
  onTranslation: () => void;
  onExport: () => void;
}

const leave = () => void saver.flush();

/** One article side by side: the desk itself. */
export function Review(props: Props) {
  const {
    article,
    open,
    translate,
    isLibraryShown,
    isPanelShown,
    onLanguage,
    onModels,
    onTranslation,
    onExport,
  } = props;
  const { units, history } = open;
  const { active, activate, beginVisit } = useActive(article.id, units);
  const editor = useRef<EditorHandle>(null);
  const [notice, say] = useNotice();

  const indexes = useMemo(() => new Map(units.map(({ id }, index) => [id, index])), [units]);
  const activeIndex = active === null ? -1 : (indexes.get(active.unit) ?? -1);
  const unit = units[activeIndex];

  const type = (typed: Unit, text: string) => saver.type(typed, text, active?.visit ?? '');

  const goTo = (index: number, place: Place, reveal?: 'auto' | 'center') => {
    const there = units[index];
    if (there) activate(there.id, place, reveal);
  };

  const approve = (approved: Unit, which = isNotApproved) => {
    const isActive = approved.id === active?.unit;
    const text = isActive ? (editor.current?.text() ?? approved.target) : approved.target;
    if (text.trim() === '') return say('An empty translation cannot be approved');
    saver.confirm(approved, text, isActive && active ? active.visit : crypto.randomUUID());
    const next = nextUnit(units, indexes.get(approved.id) ?? -1, which);
    if (next) activate(next.id, 'end');
    else {
      activate(approved.id, 'end');
      say(which === isNotApproved ? `All ${units.length} are approved` : 'Nothing is untranslated');
    }
    return undefined;
  };

  const explain = ({ id }: Unit) => {
    activate(id, 'end');
    if (!isPanelShown) run('panel.toggle');
  };

  const reopen = async (approved: Unit) => {
    try {
      await saver.allSaved();
      const changed = await call('review.reopen', { unit: approved.id });
      putUnits(article.id, changed.units, saver.pending());
      putHistory(article.id, changed.history);
    } catch (error) {
      say(messageOf(error));
    }
  };

  /** The editor's own steps come first; then the article's, which the store keeps. */
  const step = async (method: 'review.undo' | 'review.redo') => {
    const isUndo = method === 'review.undo';
    if (isUndo ? editor.current?.undo() : editor.current?.redo()) return;
    try {
      await saver.allSaved();
      const changed = await call(method, { article: article.id });
      putUnits(article.id, changed.units, saver.pending());
      putHistory(article.id, changed.history);
      // The review begins anew with the units that stand now.
      if (changed.isRecut) return;
      const [first] = changed.units;
      if (first) activate(first.id, 'end');
      else say(isUndo ? 'Nothing to undo' : 'Nothing to redo');
    } catch (error) {
      say(messageOf(error));
    }
  };

  const insert = (text: string | undefined, missing: string) => {
    if (text === undefined || text === '') return say(missing);
    // What stood there and what takes its place are two steps of undo, so that neither can be lost.
    flushSync(beginVisit);
    return editor.current?.replace(text);
  };

  useCommands({
    'unit.confirm': () => unit && approve(unit),
    'unit.confirmToUntranslated': () => unit && approve(unit, isUntranslated),
    'unit.reopen': () => {
      if (unit?.state === 'approved') void reopen(unit);
      else say('This unit is not approved');
    },
    'unit.next': () => goTo(activeIndex + 1, 'end'),
    'unit.previous': () => goTo(activeIndex - 1, 'end'),
    'unit.nextUntranslated': () => {
      const next = nextUnit(units, activeIndex, isUntranslated);
      if (next) activate(next.id, 'end');
      else say('Nothing else is untranslated');
    },
    'unit.nextUnsure': () => {
      const next = nextUnit(units, activeIndex, isDoubtful);
      if (next) activate(next.id, 'end');
      else say(units.some(isDoubtful) ? 'Nothing else is doubtful' : 'Nothing is doubtful');
    },
    'editor.leave': () => {
      void saver.flush();
      editor.current?.focus('row');
    },
    'unit.insertDraft': () => insert(unit?.draft?.text, 'This unit has no machine draft'),
    'unit.copySource': () => insert(unit?.source, ''),
    'edit.undo': () => void step('review.undo'),
    'edit.redo': () => void step('review.redo'),
    // A refusal stands in the status line already.
    'edit.save': () => void saver.flush().then((isSaved) => isSaved && say('Everything is saved')),
  });

  /** With the focus on the row itself: arrows go up and down, Enter goes into the editor. */
  const key = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) goTo(activeIndex + by, 'row');
    else if (event.key === 'Enter') editor.current?.focus('end');
    else return;
    event.preventDefault();
  };

  const actions = useStable<RowActions>({
    activate,
    explain,
    type,
    leave,
    approve: (approved) => approve(approved),
    reopen,
    key,
  });

  return (
    <>
      <main className={classes.main} aria-label="Review">
        <TopBar
          article={article}
          units={units}
          activeIndex={activeIndex}
          translate={translate}
          isLibraryShown={isLibraryShown}
          isPanelShown={isPanelShown}
          onGo={(index) => goTo(index, 'stay', 'center')}
          onLanguage={onLanguage}
          onExport={onExport}
        />
        <Obstacle article={article} translate={translate} onModels={onModels} onTranslation={onTranslation} />
        <Grid
          article={article}
          units={units}
          active={active}
          activeIndex={activeIndex}
          editor={editor}
          actions={actions}
        />
        <StatusLine units={units} notice={notice} />
      </main>
      {isPanelShown && (
        <UnitPanel
          unit={unit}
          number={activeIndex + 1}
          total={units.length}
          history={history}
          onUseDraft={(text) => insert(text, '')}
          onReopen={() => unit && void reopen(unit)}
          onApprove={() => unit && approve(unit)}
        />
      )}
    </>
  );
}

/** The same functions for as long as the component lives, each doing what the newest render says. */
function useStable<T extends { [K in keyof T]: (...args: never[]) => unknown }>(newest: T): T {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  const [stable] = useState(() => {
    const entries = Object.keys(newest).map((name) => [
      name,
      (...args: never[]) => latest.current[name as keyof T](...args),
    ]);
    return Object.fromEntries(entries) as T;
  });
  return stable;
}
