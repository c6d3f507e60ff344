import { useEffect, useEffectEvent, useState } from 'react';
import classes from './DropZone.module.css';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

interface Props {
  /** What dropping does here. */
  invitation: string;
  onDrop: (transfer: DataTransfer) => void;
}

/** Takes what is dropped anywhere on the window. */
export function DropZone({ invitation, onDrop }: Props) {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) onDrop(event.dataTransfer);
  });
  // The whole window is the target, so the listeners are the window's.
  useEffect(() => {
    const listening = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void) =>
      window.addEventListener(type, listener, { signal: listening.signal });
    on('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      if (hasFiles(event)) drop(event);
    });
    return () => listening.abort();
  }, []);
  if (!isOver) return null;
  return (
    <div className={classes.zone} data-testid="drop-zone">
      <p className={classes.text}>{invitation}</p>
    </div>
  );
}
