import { Anchor, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import classes from './Models.module.css';
import type { ModelList } from './offers.ts';

/** Where models are downloaded from: a mirror in the own house, for those who have one. */
export function HubAddress({ hub }: Pick<ModelList, 'hub'>) {
  const [address, setAddress] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isEditing = address !== null;
  // The button that was pressed gave way to the field.
  useEffect(() => {
    if (isEditing) field.current?.select();
  }, [isEditing]);
  const set = useMutation({
    mutationFn: (url: string | null) => call('models.setHub', { url }),
    onSuccess: () => setAddress(null),
  });
  return (
    <>
      <p>
        Models are downloaded from {hub.url}, and nothing of your texts goes there.
        {!hub.isFixed && !isEditing && (
          <>
            {' '}
            <Anchor component="button" type="button" inherit onClick={() => setAddress(hub.url)}>
              Another address…
            </Anchor>
          </>
        )}
      </p>
      {isEditing && (
        <form
          className={classes.hub}
          onSubmit={(event) => {
            event.preventDefault();
            set.mutate(address);
          }}
        >
          <TextInput
            ref={field}
            size="xs"
            className={classes.hubField ?? ''}
            aria-label="Address that models are downloaded from"
            placeholder="https://huggingface.co"
            value={address}
            error={set.error?.message}
            onChange={(event) => setAddress(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setAddress(null);
            }}
          />
          <Button size="xs" variant="default" type="submit" loading={set.isPending}>
            Use it
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => set.mutate(null)}>
            The usual one
          </Button>
        </form>
      )}
    </>
  );
}
