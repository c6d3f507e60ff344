import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Note.module.css';

interface Props {
  /** `trouble` is announced at once by screen readers. */
  tone: 'plain' | 'trouble';
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Off where what stands in it changes by itself, as progress does, and is told otherwise. */
  isLive?: boolean;
  onDismiss?: () => void;
}

/** Something the editor must know, said where it belongs. */
export function Note({ tone, title, children, actions, isLive = true, onDismiss }: Props) {
  return (
    <section
      className={classes.note}
      data-tone={tone}
      {...(isLive ? { role: tone === 'trouble' ? 'alert' : 'status' } : { 'aria-label': title })}
    >
      {title && <h3 className={classes.title}>{title}</h3>}
      {children && <div className={classes.body}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
      {onDismiss && (
        <ActionIcon
          className={classes.dismiss}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label="Dismiss"
          onClick={onDismiss}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </section>
  );
}
