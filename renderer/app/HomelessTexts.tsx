import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, queryClient } from '../api/cache.ts';
import { forgetUnsaved, saveKept } from '../api/unsaved.ts';
import classes from './App.module.css';
import { UnsavedTexts } from './UnsavedTexts.tsx';

/** Saves what this tab kept from an earlier launch; what has no place any more is shown, so that it can be copied. */
export function HomelessTexts() {
  const { data = [] } = useQuery({ queryKey: keys.kept, queryFn: saveKept });
  const [isClosed, setClosed] = useState(false);
  const discard = () => {
    forgetUnsaved();
    queryClient.setQueryData(keys.kept, []);
  };
  return (
    // Closed, they stay kept in this tab and are offered again when it is loaded anew.
    <Modal
      opened={data.length > 0 && !isClosed}
      onClose={() => setClosed(true)}
      title="These texts could not be saved"
      size={640}
    >
      <p className={classes.homeless}>
        They were typed before the app was started anew, and have no place in this library now. Copy what you
        need.
      </p>
      <UnsavedTexts texts={data} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={discard}>
          Discard them
        </Button>
      </Group>
    </Modal>
  );
}
