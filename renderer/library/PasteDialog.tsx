import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './Library.module.css';

const MOST_WORDS = 8;

/** What an article is called that got no name: how its text begins. */
function beginning(text: string): string {
  // A date before the text is kept as the article's date, not as its text.
  const [line = ''] = text
    .replace(/^\s*date \d{4}(-\d\d)*/, '')
    .trim()
    .split(/[\r\n]/, 1);
  const words = line.trim().split(/\s+/);
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join(' ')} …` : words.join(' ');
}

interface Props {
  opened: boolean;
  onClose: () => void;
  onPaste: (name: string, text: string) => void;
}

/** An article by way of the clipboard. */
export function PasteDialog({ opened, onClose, onPaste }: Props) {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onPaste(name.trim() || beginning(text).slice(0, 200), text);
    setName('');
    setText('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Paste an article" size={640}>
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          placeholder="How the text begins"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          mt="md"
          label="Text"
          description="A blank line or a line break starts a new paragraph; the first line may be the headline."
          value={text}
          rows={14}
          data-autofocus
          classNames={{ input: classes.pasted ?? '' }}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={text.trim() === ''}>
            Import the article
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
