import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { counted } from '../parts/states.ts';
import classes from './App.module.css';
import type { Removal } from './useRemoval.ts';

/** "Removed … Undo", over the foot of the library, for as long as a second thought takes. */
export function RemovedBar({ removal }: { removal: Removal }) {
  const { removed, problem, restore, dismiss } = removal;
  if (removed.length === 0 && problem === null) return null;
  const [first] = removed;
  const what = removed.length === 1 && first ? `“${first.title}”` : counted(removed.length, 'article');
  return (
    <div className={classes.removed} role={problem === null ? 'status' : 'alert'}>
      <span className={classes.removedText}>{problem ?? `Removed ${what}`}</span>
      {problem === null && (
        <Button variant="subtle" size="compact-sm" onClick={() => restore(removed)}>
          Undo
        </Button>
      )}
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Dismiss" onClick={dismiss}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
