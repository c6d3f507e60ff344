import { Button, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { MEMORY, type Draft, type Unit } from '../../electron/contract.ts';
import { keys } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { hint } from '../commands/key-names.ts';
import { trustText } from '../parts/doubt-words.ts';
import classes from './UnitPanel.module.css';
import { when } from './when.ts';
import { wordDiff, type DiffPart } from './word-diff.ts';

interface Props {
  unit: Unit;
  onUse: (text: string) => void;
}

/** What the machine made of the unit, by each model, and how that differs from what stands there. */
export function Drafts({ unit, onUse }: Props) {
  // A new draft changes the unit: then they are asked for anew.
  const drafts = useQuery({
    queryKey: keys.drafts(unit.id, unit.draft),
    queryFn: () => call('review.drafts', { unit: unit.id }),
    enabled: unit.draft !== null,
    placeholderData: (before, query) => (query?.queryKey[1] === unit.id ? before : undefined),
  });
  if (unit.draft === null || !drafts.data) return null;
  return drafts.data.map((draft, index) => (
    <OneDraft key={draft.model} draft={draft} target={unit.target} isNewest={index === 0} onUse={onUse} />
  ));
}

interface OneProps {
  draft: Draft;
  target: string;
  isNewest: boolean;
  onUse: (text: string) => void;
}

function OneDraft({ draft, target, isNewest, onUse }: OneProps) {
  const { text, name, confidence, madeAt } = draft;
  // The editor may be typing: what stands there is newer than what the answer says of it.
  const isCurrent = text === target;
  const parts = useMemo(() => (isCurrent ? [] : comparison(text, target)), [text, target, isCurrent]);
  return (
    <section
      className={classes.section}
      aria-label={isNewest && draft.model !== MEMORY ? 'Machine draft' : `Draft: ${name}`}
    >
      <h3 className={classes.label}>{name}</h3>
      <p className={classes.draft} lang="en">
        {parts.length === 0
          ? text
          : parts.map(({ kind, text: part }, index) => {
              const key = `${index} ${kind}`;
              if (kind === 'removed') return <del key={key}>{part}</del>;
              if (kind === 'added') return <ins key={key}>{part}</ins>;
              return <span key={key}>{part}</span>;
            })}
      </p>
      {confidence && (
        <div className={classes.trust} data-doubtful={confidence.reasons.length > 0 || undefined}>
          {trustText(confidence)}
          {confidence.reasons.length > 0 && (
            <ul className={classes.reasons}>
              {confidence.reasons.map(({ code, message }) => (
                <li key={`${code} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p className={classes.quiet}>
        Made {when(madeAt)}
        {isCurrent && ' · as it stands'}
      </p>
      {!isCurrent && (
        <div className={classes.actions}>
          <Tooltip label={hint('unit.insertDraft')} disabled={!isNewest}>
            <Button
              variant="default"
              size="xs"
              aria-label={`Use this draft by ${name}`}
              onClick={() => onUse(text)}
            >
              Use this
            </Button>
          </Tooltip>
        </div>
      )}
    </section>
  );
}

/** Of two texts that have little in common a comparison would only be in the way of reading. */
const LEAST_COMMON = 0.4;

function comparison(text: string, target: string): DiffPart[] {
  const parts = wordDiff(text, target);
  const common = parts.reduce((sum, { kind, text: { length } }) => sum + (kind === 'same' ? length : 0), 0);
  return common >= LEAST_COMMON * Math.max(text.length, target.length) ? parts : [];
}
