import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { memo, type MouseEvent, type Ref } from 'react';
import type { Unit } from '../../electron/contract.ts';
import { hint } from '../commands/key-names.ts';
import { languageName } from '../parts/languages.ts';
import { StateMark } from '../parts/StateMark.tsx';
import { stateMeaning } from '../parts/states.ts';
import { UnsureMark } from '../parts/UnsureMark.tsx';
import { isDoubtful } from './navigation.ts';
import { TargetEditor, type EditorHandle, type Place } from './TargetEditor.tsx';
import classes from './UnitRow.module.css';

/** What a row asks of the review. All stay the same for as long as an article is open, so that rows at rest are not drawn again. */
export interface RowActions {
  activate: (unit: number, place: Place) => void;
  /** Why the unit is marked as it is. */
  explain: (unit: Unit) => void;
  type: (unit: Unit, text: string) => void;
  leave: () => void;
  approve: (unit: Unit) => void;
  reopen: (unit: Unit) => void;
  key: (event: React.KeyboardEvent) => void;
}

interface Props {
  unit: Unit;
  index: number;
  /** The first of its paragraph. */
  begins: boolean;
  language: string | null;
  direction: 'ltr' | 'rtl';
  /** The stay of the caret and where it goes, when this is the active unit. */
  active: { stay: string; place: Place } | null;
  isFocusable: boolean;
  editor: Ref<EditorHandle>;
  actions: RowActions;
}

const isSelectingText = () => window.getSelection()?.isCollapsed === false;

/** One unit: number, original, state, translation. The translation is an editor in the active row alone. */
export const UnitRow = memo(function UnitRow(props: Props) {
  const { unit, index, begins, language, direction, active, isFocusable, editor, actions } = props;
  const number = index + 1;
  // Tab goes from the editor to its row's tools, not through those of every row.
  const tabIndex = active ? 0 : -1;

  const click = (event: MouseEvent, side: 'source' | 'target') => {
    // Selecting a passage to copy it must not take the selection away.
    // The editor sees to its own clicks; those beside it, where the original is longer, are meant for it too.
    const isInEditor = active !== null && event.target !== event.currentTarget;
    if (isSelectingText() || (isInEditor && side === 'target')) return;
    actions.activate(unit.id, side === 'target' ? { x: event.clientX, y: event.clientY } : 'end');
  };

  return (
    <div
      className={classes.row}
      role="row"
      aria-label={`Unit ${number}`}
      // The first row is the header.
      aria-rowindex={number + 1}
      aria-selected={active !== null}
      tabIndex={isFocusable ? 0 : -1}
      data-kind={unit.kind}
      data-begins={begins || undefined}
      data-first={index === 0 || undefined}
      onKeyDown={actions.key}
    >
      <div className={classes.band} data-active={active !== null || undefined}>
        <span className={classes.number} aria-hidden>
          {number}
        </span>
        <div
          role="gridcell"
          className={classes.source}
          lang={unit.language ?? language ?? undefined}
          dir={direction}
          onClick={(event) => click(event, 'source')}
        >
          {begins && unit.language !== null && (
            <span className={classes.foreign}>{languageName(unit.language)}</span>
          )}
          {unit.source === '' ? (
            <span className={classes.addition}>Only in the translation</span>
          ) : (
            unit.source
          )}
        </div>
        <div role="gridcell" className={classes.state} onClick={() => actions.explain(unit)}>
          {isDoubtful(unit) ? (
            <UnsureMark unit={unit} />
          ) : (
            <StateMark state={unit.state} label={stateMeaning(unit)} />
          )}
        </div>
        <div
          role="gridcell"
          className={classes.target}
          lang="en"
          dir="ltr"
          onClick={(event) => click(event, 'target')}
        >
          {active ? (
            <TargetEditor
              key={active.stay}
              ref={editor}
              unit={unit.id}
              target={unit.target}
              label={`Translation of unit ${number}`}
              place={active.place}
              onType={(text) => actions.type(unit, text)}
              onLeave={actions.leave}
            />
          ) : (
            unit.target
          )}
        </div>
        <div role="gridcell" className={classes.tools}>
          {unit.state === 'approved' ? (
            <Tooltip label={hint('unit.reopen')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                tabIndex={tabIndex}
                aria-label={`Reopen unit ${number}`}
                onClick={() => actions.reopen(unit)}
              >
                <IconArrowBackUp size={15} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          ) : (
            unit.target !== '' && (
              <Tooltip label={hint('unit.confirm')}>
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  tabIndex={tabIndex}
                  aria-label={`Approve unit ${number}`}
                  onClick={() => actions.approve(unit)}
                >
                  <IconCheck size={16} stroke={2} />
                </ActionIcon>
              </Tooltip>
            )
          )}
        </div>
      </div>
    </div>
  );
});
