import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Download } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { bytesOf } from '../parts/amounts.ts';
import { chooseArchives, chooseFolder, isArchive } from './chosen-files.ts';
import { DownloadLine } from './DownloadLine.tsx';
import downloadClasses from './DownloadLine.module.css';
import { forgetHandover, handOver, installFrom, useHandovers, type Handover } from './handovers.ts';
import classes from './Models.module.css';
import type { ModelList } from './offers.ts';
import { Progress } from './Progress.tsx';

/** What is on its way and has no row of its own below: models from folders and archives. */
export function OnTheWay({ list }: { list: ModelList }) {
  const handovers = useHandovers();
  const ids = new Set([...list.known, ...list.installed].map(({ id }) => id));
  const downloads = list.downloads.filter(({ model }) => !ids.has(model));
  if (handovers.length + downloads.length === 0) return null;
  return (
    <section className={classes.section} aria-label="On their way">
      <h3 className={classes.heading}>On their way</h3>
      <ul className={classes.rows}>
        {handovers.map((handover) => (
          <HandoverRow key={handover.id} handover={handover} />
        ))}
        {downloads.map((download) => (
          <Arriving key={download.model} download={download} />
        ))}
      </ul>
    </section>
  );
}

function Arriving({ download }: { download: Download }) {
  const { model, name, from } = download;
  const again = useMutation({
    mutationFn: () => (from === 'hub' ? call('models.install', { model }) : installFrom(model, false)),
  });
  // What a browser handed over is thrown away when it was no good, so that it is chosen anew.
  const isGone = from === 'path' && !window.bitext;
  return (
    <li className={classes.row} aria-label={name}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
      </div>
      <DownloadLine
        download={download}
        isAgainPending={again.isPending}
        onAgain={() => {
          if (!isGone) return again.mutate();
          void call('models.cancel', { model, discard: true });
          const choose = isArchive(download) ? chooseArchives : chooseFolder;
          return choose((files) => void handOver(files));
        }}
      />
    </li>
  );
}

function HandoverRow({ handover: { id, name, sentBytes, totalBytes, problem } }: { handover: Handover }) {
  return (
    <li className={classes.row} aria-label={name}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
      </div>
      <div className={downloadClasses.download}>
        {problem === null && (
          <Progress label={`Reading ${name}`} of={{ receivedBytes: sentBytes, totalBytes }} />
        )}
        <div className={downloadClasses.line}>
          {problem === null ? (
            <span className={downloadClasses.text}>Reading {bytesOf(sentBytes, totalBytes)}</span>
          ) : (
            <span className={downloadClasses.problem} role="alert">
              {problem}
            </span>
          )}
          <span className={downloadClasses.buttons}>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${problem === null ? 'Cancel' : 'Dismiss'} ${name}`}
              onClick={() => forgetHandover(id)}
            >
              {problem === null ? 'Cancel' : 'Dismiss'}
            </Button>
          </span>
        </div>
      </div>
    </li>
  );
}
