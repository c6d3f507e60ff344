import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { hint } from '../commands/key-names.ts';
import { run } from '../commands/run.ts';

/** Shows or hides the library, from whatever stands beside it. */
export function LibraryToggle({ isShown }: { isShown: boolean }) {
  return (
    <Tooltip label={hint('library.toggle')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={isShown ? 'Hide the library' : 'Show the library'}
        onClick={() => run('library.toggle')}
      >
        {isShown ? (
          <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
        ) : (
          <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
