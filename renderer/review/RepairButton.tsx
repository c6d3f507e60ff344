import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import classes from './Obstacle.module.css';

interface Props {
  /** Its id. */
  model: string;
  children: React.ReactNode;
}

/** Gets what is damaged of a model once more; why that could not even be begun stands beside it. */
export function RepairButton({ model, children }: Props) {
  const repair = useMutation({ mutationFn: () => call('models.repair', { model }) });
  return (
    <>
      <Button size="xs" loading={repair.isPending} onClick={() => repair.mutate()}>
        {children}
      </Button>
      {repair.error && (
        <p className={classes.problem} role="alert">
          {repair.error.message}
        </p>
      )}
    </>
  );
}
