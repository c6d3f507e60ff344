import { UnstyledButton } from '@mantine/core';
import { useModels } from '../api/queries.ts';
import { run } from '../commands/run.ts';
import { timeLeft } from '../parts/amounts.ts';
import classes from './DownloadBar.module.css';
import { isUnderWay, percentOf } from './download-words.ts';
import { useHandovers } from './handovers.ts';
import { Progress } from './Progress.tsx';
import { WarningMark } from './WarningMark.tsx';

/** Wherever the editor is: that a model is on its way, or did not come. It leads to the models. */
export function DownloadBar() {
  const { data } = useModels();
  const handovers = useHandovers();
  const downloads = data?.downloads ?? [];
  const running = downloads.filter(isUnderWay);
  const [reading] = handovers.filter(({ problem }) => problem === null);
  const current = running.find(({ state }) => state !== 'queued') ?? running[0];
  const failed = downloads.find(({ state }) => state === 'failed');
  if (!current && !reading && !failed) return null;
  if (!current && !reading && failed) {
    return (
      <UnstyledButton className={classes.bar} data-failed onClick={() => run('models.open')}>
        <WarningMark /> <span className={classes.text}>Not installed: {failed.name}</span>
      </UnstyledButton>
    );
  }
  const name = current?.name ?? reading?.name ?? '';
  const of = current ?? { receivedBytes: reading?.sentBytes ?? 0, totalBytes: reading?.totalBytes ?? null };
  const percent = percentOf(of);
  const more = running.length - 1;
  return (
    <UnstyledButton
      className={classes.bar}
      aria-label={`${name} is being installed. Show the models`}
      onClick={() => run('models.open')}
    >
      <span className={classes.text}>
        {name}
        {more > 0 && <span className={classes.more}> and {more} more</span>}
      </span>
      <Progress label={`${name} is being installed`} of={of} />
      <span className={classes.amount}>
        {percent !== null && `${percent} %`}
        {current?.secondsLeft !== null &&
          current?.secondsLeft !== undefined &&
          ` · ${timeLeft(current.secondsLeft)}`}
      </span>
    </UnstyledButton>
  );
}
