import { Button, Tooltip } from '@mantine/core';
import type { History, Unit } from '../../electron/contract.ts';
import { hint } from '../commands/key-names.ts';
import { pairingText } from '../parts/doubt-words.ts';
import { StateMark } from '../parts/StateMark.tsx';
import { stateMeaning } from '../parts/states.ts';
import { countWords } from '../../models/text.ts';
import { Drafts } from './Drafts.tsx';
import classes from './UnitPanel.module.css';
import { when } from './when.ts';

interface Props {
  unit: Unit | undefined;
  number: number;
  total: number;
  history: History;
  onUseDraft: (text: string) => void;
  onReopen: () => void;
  onApprove: () => void;
}

/** The right zone: the active unit, what the machine made of it and what became of that. */
export function UnitPanel({ unit, number, total, history, onUseDraft, onReopen, onApprove }: Props) {
  return (
    <aside className={classes.panel} aria-label="Unit">
      {unit === undefined ? (
        <p className={classes.quiet}>Click a sentence to work on it.</p>
      ) : (
        <>
          <header className={classes.head}>
            <h2 className={classes.title}>Unit {number}</h2>
            <span className={classes.quiet}>of {total}</span>
          </header>
          <section className={classes.section} aria-label="State">
            <p className={classes.state}>
              <StateMark state={unit.state} />
              {stateMeaning(unit)}
            </p>
            {unit.alignment !== null && <p className={classes.quiet}>{pairingText(unit.alignment)}</p>}
            {unit.state !== 'untranslated' && <p className={classes.quiet}>Changed {when(unit.changedAt)}</p>}
            <div className={classes.actions}>
              {unit.state === 'approved' ? (
                <Tooltip label={hint('unit.reopen')}>
                  <Button variant="default" size="xs" onClick={onReopen}>
                    Reopen
                  </Button>
                </Tooltip>
              ) : (
                <Tooltip label={hint('unit.confirm')}>
                  <Button variant="light" size="xs" disabled={unit.target === ''} onClick={onApprove}>
                    Approve
                  </Button>
                </Tooltip>
              )}
            </div>
          </section>
          <Drafts unit={unit} onUse={onUseDraft} />
          <section className={classes.section} aria-label="Length">
            <h3 className={classes.label}>Length</h3>
            <dl className={classes.facts}>
              <dt>Original</dt>
              <dd>
                {countWords(unit.source)} words, {unit.source.length} characters
              </dd>
              <dt>English</dt>
              <dd>
                {countWords(unit.target)} words, {unit.target.length} characters
              </dd>
            </dl>
          </section>
          {history.undo !== null && (
            <section className={classes.section} aria-label="History">
              <h3 className={classes.label}>Undo</h3>
              <p className={classes.quiet}>{history.undo}</p>
            </section>
          )}
        </>
      )}
    </aside>
  );
}
