import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';

const SAID_MS = 1500;

/**
 * Puts a text onto the clipboard, by a selection of its own: the desktop window grants no permission at all, and the clipboard of
 * `navigator` would need one.
 *
 * @param beside where the selection is made: inside a dialog, which keeps the focus to itself
 */
function copy(text: string, beside: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  beside.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}

/** A button that copies a text, and says so. */
export function CopyText({ text, ...looks }: { text: string } & ButtonProps) {
  const [word, setWord] = useState('Copy');
  return (
    <Button
      size="compact-xs"
      {...looks}
      onClick={({ currentTarget }) => {
        setWord(copy(text, currentTarget.parentElement ?? document.body) ? 'Copied' : 'Not copied');
        setTimeout(() => setWord('Copy'), SAID_MS);
        currentTarget.focus();
      }}
    >
      {word}
    </Button>
  );
}
