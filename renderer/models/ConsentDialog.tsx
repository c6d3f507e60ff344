import { Anchor, Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import classes from './Dialogs.module.css';

interface Props {
  /** Of the model. */
  name: string;
  licence: string;
  licenceUrl: string | null;
  /** What happens after the consent, e.g. "Get it · 917 MB". */
  action: string;
  onClose: () => void;
  onConsent: () => void;
}

/** A licence that forbids commercial use, before the model comes: what it is, what it forbids, and a consent of one's own. */
export function ConsentDialog({ name, licence, licenceUrl, action, onClose, onConsent }: Props) {
  const [isAgreed, setAgreed] = useState(false);
  return (
    <Modal opened onClose={onClose} title="For non-commercial use only" size={500}>
      <p className={classes.text}>
        <strong>{name}</strong> is under the licence{' '}
        {licenceUrl === null ? (
          <strong>{licence}</strong>
        ) : (
          <Anchor href={licenceUrl} target="_blank" rel="noreferrer" inherit>
            {licence}
          </Anchor>
        )}
        .
      </p>
      <p className={classes.text}>
        It forbids every use that is meant chiefly for commercial advantage or payment. Whether your
        publication is such a use is for you, or your publisher, to say.
      </p>
      <Checkbox
        mt="md"
        data-autofocus
        label="I agree, and use this model for non-commercial purposes only"
        checked={isAgreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      <p className={classes.aside}>Your consent is recorded in this library with today’s date.</p>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!isAgreed} onClick={onConsent}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
