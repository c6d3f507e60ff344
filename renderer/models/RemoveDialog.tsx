import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Model } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { bytes } from '../parts/amounts.ts';
import { Note } from '../parts/Note.tsx';
import classes from './Dialogs.module.css';

interface Props {
  model: Model;
  onClose: () => void;
  onRemoved: (word: string) => void;
}

/** Asked, since there is no way back but to get the model again. */
export function RemoveDialog({ model, onClose, onRemoved }: Props) {
  const { id, name, diskBytes, repository } = model;
  const remove = useMutation({
    mutationFn: () => call('models.remove', { model: id }),
    onSuccess: () => {
      onClose();
      onRemoved(`${name} is removed`);
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Remove ${name}?`} size={460}>
      <p className={classes.text}>
        This frees {bytes(diskBytes)} and cannot be undone.{' '}
        {repository === null
          ? 'To have it again, you need the folder or archive that it came from.'
          : 'To have it again, it must be downloaded again.'}
      </p>
      <p className={classes.text}>What it has translated stays as it is.</p>
      {remove.error && (
        <Note tone="trouble" title="The model was not removed">
          {remove.error.message}
        </Note>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
        <Button
          classNames={{ root: classes.danger ?? '' }}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          Remove, free {bytes(diskBytes)}
        </Button>
      </Group>
    </Modal>
  );
}
