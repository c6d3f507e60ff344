import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconFileZip, IconFolder, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { hint } from '../commands/key-names.ts';
import { LibraryToggle } from '../library/LibraryToggle.tsx';
import { bytes } from '../parts/amounts.ts';
import { counted } from '../parts/states.ts';
import { chooseArchives, chooseFolder } from './chosen-files.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { handOver } from './handovers.ts';
import classes from './Models.module.css';
import type { ModelList } from './offers.ts';

interface Props {
  list: ModelList | undefined;
  isLibraryShown: boolean;
  isChecking: boolean;
  onCheckAll: () => void;
  onClose: () => void;
}

/** The bar over the models: what they take, what is free, and what can be done with all of them. */
export function ModelsBar({ list, isLibraryShown, isChecking, onCheckAll, onClose }: Props) {
  const [isCopying, setCopying] = useState(false);
  const packable = list?.installed.filter(({ embedded }) => !embedded) ?? [];
  return (
    <header className={classes.bar}>
      <LibraryToggle isShown={isLibraryShown} />
      <div className={classes.title}>
        <h2 className={classes.titleText}>Translation models</h2>
        <p className={classes.summary}>{list ? summary(list) : ' '}</p>
      </div>
      <Button variant="default" size="xs" loading={isChecking} onClick={onCheckAll}>
        Check all
      </Button>
      <Button variant="default" size="xs" disabled={packable.length === 0} onClick={() => setCopying(true)}>
        Copy to a stick…
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs">
            Install from…
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFolder size={15} />}
            onClick={() => chooseFolder((files) => void handOver(files))}
          >
            A folder…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileZip size={15} />}
            onClick={() => chooseArchives((files) => void handOver(files))}
          >
            A .zip or .tar.gz archive…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={`Close  ${hint('models.open').split('  ').at(-1)}`}>
        <ActionIcon variant="subtle" color="gray" aria-label="Close the models" onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {isCopying && <CopyDialog models={packable} onClose={() => setCopying(false)} />}
    </header>
  );
}

/** E.g. "3 models · 742 MB · 96 GB free". */
function summary({ installed, freeBytes }: ModelList): string {
  const taken = installed.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
  return [
    counted(installed.length, 'model'),
    `${bytes(taken)} on disk`,
    freeBytes !== null && `${bytes(freeBytes)} free`,
  ]
    .filter(Boolean)
    .join(' · ');
}
