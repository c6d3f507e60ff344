import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMemo, useSyncExternalStore } from 'react';
import type { Unit } from '../../electron/contract.ts';
import { saver } from '../api/cache.ts';
import type { SaveStatus } from '../api/saver.ts';
import { countStates } from '../api/units.ts';
import { hint } from '../commands/key-names.ts';
import { run } from '../commands/run.ts';
import { StateMark } from '../parts/StateMark.tsx';
import { states, stateWords } from '../parts/states.ts';
import { countWords } from '../../models/text.ts';
import { isDoubtful } from './navigation.ts';
import classes from './StatusLine.module.css';

const words = new WeakMap<Unit, { source: number; target: number }>();

/** Counted once a unit: units keep their identity until they change. */
function wordsOf(unit: Unit) {
  const known = words.get(unit);
  if (known) return known;
  const counted = { source: countWords(unit.source), target: countWords(unit.target) };
  words.set(unit, counted);
  return counted;
}

/** What stands at the left of the line. */
export function saveText(status: SaveStatus): string {
  switch (status.kind) {
    case 'quiet':
      return 'Everything is saved';
    case 'saving':
      return 'Saving…';
    case 'waiting':
      return 'Not saved: reconnecting…';
    case 'saved':
      return `Saved ${status.at.toLocaleTimeString('en-GB')}`;
    case 'failed':
      return `Not saved: ${status.message}`;
  }
}

/** What is read out: that saving fails, and that it works again; not each pause of the typing. */
const isNews = (status: SaveStatus): boolean =>
  status.kind === 'failed' || status.kind === 'waiting' || (status.kind === 'saved' && status.isRecovery);

interface Props {
  units: Unit[];
  /** A passing word from a command, in the place of the save status. */
  notice: string | null;
}

export function StatusLine({ units, notice }: Props) {
  const status = useSyncExternalStore(saver.subscribe, saver.status);
  const counts = useMemo(() => countStates(units), [units]);
  const total = useMemo(() => {
    const sum = { source: 0, target: 0 };
    for (const unit of units) {
      const { source, target } = wordsOf(unit);
      sum.source += source;
      sum.target += target;
    }
    return sum;
  }, [units]);
  const doubtful = useMemo(() => units.filter(isDoubtful).length, [units]);

  return (
    <section className={classes.line} aria-label="Status">
      <div className={classes.saved} data-kind={notice === null ? status.kind : 'quiet'}>
        <span role="status">{notice ?? (isNews(status) ? saveText(status) : '')}</span>
        {notice === null && !isNews(status) && <span>{saveText(status)}</span>}
      </div>
      <span className={classes.words}>
        {total.source.toLocaleString('en')} → {total.target.toLocaleString('en')} words
      </span>
      {doubtful > 0 && (
        <Tooltip label={hint('unit.nextUnsure')}>
          <UnstyledButton className={classes.doubtful} onClick={() => run('unit.nextUnsure')}>
            <span className={classes.triangle} aria-hidden>
              ▲
            </span>
            {doubtful.toLocaleString('en')} doubtful
          </UnstyledButton>
        </Tooltip>
      )}
      <ul className={classes.counts} aria-label="Units by state">
        {states.map((state) => (
          <li
            key={state}
            className={classes.count}
            title={stateWords[state].name}
            data-none={counts[state] === 0 || undefined}
          >
            <StateMark state={state} />
            <span>
              {counts[state].toLocaleString('en')} {stateWords[state].name.toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
