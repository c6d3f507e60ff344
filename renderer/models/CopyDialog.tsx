import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Model } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { bytes } from '../parts/amounts.ts';
import { Note } from '../parts/Note.tsx';
import { counted } from '../parts/states.ts';
import classes from './Dialogs.module.css';

interface Props {
  /** Those that can be copied. */
  models: readonly Model[];
  onClose: () => void;
}

/** Writes models to a stick, for a computer without a network. */
export function CopyDialog({ models, onClose }: Props) {
  const [folder, setFolder] = useState('');
  const [chosen, setChosen] = useState(() => models.map(({ id }) => id));
  const copy = useMutation({
    mutationFn: () => call('models.pack', { path: folder.trim(), models: chosen }),
  });
  const sizeBytes = models
    .filter(({ id }) => chosen.includes(id))
    .reduce((sum, { diskBytes }) => sum + diskBytes, 0);
  return (
    <Modal opened onClose={onClose} title="Copy models to a stick" size={500}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          copy.mutate();
        }}
      >
        <TextInput
          label="Folder of the stick"
          description="As the files of this computer show it, for example /media/me/STICK or E:\"
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={folder}
          onChange={(event) => {
            setFolder(event.currentTarget.value);
            copy.reset();
          }}
        />
        <Checkbox.Group
          label="Models"
          mt="md"
          value={chosen}
          onChange={(ids) => {
            setChosen(ids);
            copy.reset();
          }}
        >
          <Stack gap={6} mt={6}>
            {models.map(({ id, name, diskBytes }) => (
              <Checkbox key={id} value={id} label={`${name} · ${bytes(diskBytes)}`} />
            ))}
          </Stack>
        </Checkbox.Group>
        <div className={classes.outcome}>
          {copy.error && (
            <Note tone="trouble" title="The models were not copied">
              {copy.error.message}
            </Note>
          )}
          {copy.data && (
            <Note tone="plain" title="Copied">
              {counted(copy.data.models.length, 'model')} copied to {copy.data.path}. On the other computer,
              choose this folder under “Install from…”.
            </Note>
          )}
        </div>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button
            type="submit"
            loading={copy.isPending}
            disabled={folder.trim() === '' || chosen.length === 0 || copy.isSuccess}
          >
            Copy{chosen.length > 0 && ` ${bytes(sizeBytes)}`}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
