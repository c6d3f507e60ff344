import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Download } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { useModels } from '../api/queries.ts';
import { ConsentDialog } from './ConsentDialog.tsx';
import classes from './DownloadLine.module.css';
import { downloadText, isNoGood, isUnderWay } from './download-words.ts';
import { installFrom } from './handovers.ts';
import { Progress } from './Progress.tsx';

interface Props {
  download: Download;
  /** Begins it again, or goes on with it. */
  onAgain: () => void;
  isAgainPending?: boolean;
  /** Going on is the one thing to do here. */
  isPrimary?: boolean;
}

/** A download where it stands: how far it is, why it stopped, and what can be done about it. */
export function DownloadLine({ download, onAgain, isAgainPending = false, isPrimary = false }: Props) {
  const { model, name, state, error } = download;
  const cancel = useMutation({ mutationFn: (discard: boolean) => call('models.cancel', { model, discard }) });
  const problem = error?.message ?? cancel.error?.message ?? null;
  const needsConsent = error?.code === 'model.consent';
  // Of what was brought nothing is kept.
  const giveUp = download.from === 'path' && !needsConsent ? 'Dismiss' : 'Discard';
  return (
    <div className={classes.download} data-state={state}>
      {!needsConsent && state !== 'failed' && (
        <Progress label={`${name}: ${downloadText(download)}`} of={download} isStill={state === 'stopped'} />
      )}
      <div className={classes.line}>
        {problem === null ? (
          <span className={classes.text}>{downloadText(download)}</span>
        ) : (
          <span className={classes.problem}>{problem}</span>
        )}
        <span className={classes.buttons}>
          {isUnderWay(download) ? (
            <Button
              // Keyed: the same element must not become another button while it has the focus.
              key="cancel"
              variant="default"
              size="compact-sm"
              aria-label={`Cancel ${name}`}
              loading={cancel.isPending}
              onClick={() => cancel.mutate(false)}
            >
              Cancel
            </Button>
          ) : (
            <>
              {/* Where “Cancel” was, so that a second click there throws nothing away, is what goes on. */}
              <Button
                key="discard"
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`${giveUp} ${name}`}
                onClick={() => cancel.mutate(true)}
              >
                {giveUp}
              </Button>
              {needsConsent && <Consent download={download} />}
              {!needsConsent && !isNoGood(download) && (
                <Button
                  variant={isPrimary ? 'filled' : 'default'}
                  size="compact-sm"
                  data-next
                  aria-label={`${state === 'stopped' ? 'Go on with' : 'Try again:'} ${name}`}
                  loading={isAgainPending}
                  onClick={onAgain}
                >
                  {state === 'stopped' ? 'Go on' : 'Try again'}
                </Button>
              )}
            </>
          )}
        </span>
      </div>
    </div>
  );
}

/** What came from a folder or archive turned out to be under a licence that wants a consent. */
function Consent({ download: { model: path, name, error } }: { download: Download }) {
  const models = useModels();
  const [isAsking, setAsking] = useState(false);
  const again = useMutation({ mutationFn: () => installFrom(path, true) });
  // The message names the licence; a known model that has it knows its page.
  const known = models.data?.known.find(
    ({ isNonCommercial, licence }) => isNonCommercial && error?.message.includes(licence),
  );
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        data-next
        aria-label={`Licence of ${name}`}
        loading={again.isPending}
        onClick={() => setAsking(true)}
      >
        Licence…
      </Button>
      {isAsking && (
        <ConsentDialog
          name={name}
          licence={known?.licence ?? 'of its maker'}
          licenceUrl={known?.licenceUrl ?? null}
          action="Install it"
          onClose={() => setAsking(false)}
          onConsent={() => {
            setAsking(false);
            again.mutate();
          }}
        />
      )}
    </>
  );
}
