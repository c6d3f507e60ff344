import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { keys, queryClient } from '../api/cache.ts';
import { useHomeless } from '../api/queries.ts';
import { forgetUnsaved, type Unsaved } from '../api/unsaved.ts';
import classes from './App.module.css';
import { UnsavedTexts } from './UnsavedTexts.tsx';

/**
 * Saves what this tab kept from an earlier launch. What has no place any more is shown, so that it can be copied, as is
 * what loses its place while this page is open.
 */
export function HomelessTexts() {
  const { data = [] } = useHomeless();
  // Closed with these texts; another one opens it again.
  const [closed, setClosed] = useState<Unsaved[] | null>(null);
  const discard = () => {
    forgetUnsaved();
    queryClient.setQueryData(keys.kept, []);
  };
  return (
    // Closed, they stay kept in this tab and are offered again when it is loaded anew.
    <Modal
      opened={data.length > 0 && data !== closed}
      onClose={() => setClosed(data)}
      title="These texts could not be saved"
      size={640}
    >
      <p className={classes.homeless}>
        Their sentences are no longer in this library: they were divided anew meanwhile, or belong to another
        library. Copy what you need.
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
