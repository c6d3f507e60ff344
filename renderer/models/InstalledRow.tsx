import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDots, IconRosetteDiscountCheck, IconTool, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Download, KnownModel, Model } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { bytes, timeAgo } from '../parts/amounts.ts';
import { useKeptFocus } from '../parts/useKeptFocus.ts';
import { DownloadLine } from './DownloadLine.tsx';
import { isUnderWay } from './download-words.ts';
import { languageList } from './language-list.ts';
import { Licence } from './Licence.tsx';
import classes from './Models.module.css';
import type { Expectation } from './offers.ts';
import { Quality } from './Quality.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { WarningMark } from './WarningMark.tsx';

interface Props {
  model: Model;
  /** What the catalogue says of it. */
  known: KnownModel | undefined;
  /** What to expect of it, where that is known. */
  expected: Expectation | null;
  download: Download | undefined;
  /** Every model is being looked at. */
  isChecking: boolean;
  say: (word: string) => void;
}

/** A model on this machine: what it is, whether it is whole, and what can be done with it. */
export function InstalledRow({ model, known, expected, download, isChecking, say }: Props) {
  const { id, name, source, embedded, diskBytes, licence, isNonCommercial, problem, isRepairable } = model;
  const [isRemoving, setRemoving] = useState(false);
  const check = useMutation({
    mutationFn: () => call('models.verify', { model: id }),
    onSuccess: ([found]) => say(found?.problem ? `${name} is damaged` : `Every byte of ${name} is right`),
  });
  const repair = useMutation({ mutationFn: () => call('models.repair', { model: id }) });
  const kept = useKeptFocus<HTMLLIElement>(`${download?.state} ${problem !== null}`);
  const failure = check.error?.message ?? repair.error?.message ?? null;
  return (
    <li className={classes.row} aria-label={name} {...kept}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <span className={classes.size}>{bytes(diskBytes)}</span>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Actions for ${name}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconRosetteDiscountCheck size={15} />} onClick={() => check.mutate()}>
              Check every byte
            </Menu.Item>
            {isRepairable && (
              <Menu.Item leftSection={<IconTool size={15} />} onClick={() => repair.mutate()}>
                Repair
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconTrash size={15} />}
              disabled={embedded}
              onClick={() => setRemoving(true)}
            >
              Remove…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {expected && (
        <p className={classes.facts}>
          <Quality {...expected} />
        </p>
      )}
      <p className={classes.facts}>
        <span>{source.length === 0 ? 'Languages unknown' : languageList(source)}</span>
        {licence !== null && (
          <Licence licence={licence} url={known?.licenceUrl ?? null} isNonCommercial={isNonCommercial} />
        )}
        {embedded && <span className={classes.fact}>comes with the app</span>}
        {/* What cannot be read has no version. */}
        {!embedded && model.version !== '' && <span className={classes.fact}>{versionText(model)}</span>}
        {problem === null && (
          <span className={classes.fact}>
            {isChecking || check.isPending ? 'checking every byte…' : checkedText(model)}
          </span>
        )}
      </p>
      {model.closedVocabulary && (
        <p className={classes.facts}>
          Knows only the words of the demo articles, and is used for nothing else.
        </p>
      )}
      {problem !== null && !(download && isUnderWay(download)) && (
        <div className={classes.trouble}>
          <p className={classes.problem}>
            <WarningMark /> {problem}
          </p>
          <span className={classes.remedies}>
            {isRepairable && !download && (
              <Button
                size="xs"
                aria-label={`Repair ${name}`}
                loading={repair.isPending}
                onClick={() => repair.mutate()}
              >
                Repair
              </Button>
            )}
            {!embedded && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Remove ${name}`}
                onClick={() => setRemoving(true)}
              >
                Remove…
              </Button>
            )}
          </span>
        </div>
      )}
      {failure !== null && (
        <p className={classes.problem} role="alert">
          {failure}
        </p>
      )}
      {download && (
        <DownloadLine download={download} onAgain={() => repair.mutate()} isAgainPending={repair.isPending} />
      )}
      {isRemoving && <RemoveDialog model={model} onClose={() => setRemoving(false)} onRemoved={say} />}
    </li>
  );
}

const versionText = ({ revision, version }: Model): string =>
  revision === null ? `version ${version}` : `revision ${revision.slice(0, 8)}`;

const checkedText = ({ verifiedAt }: Model): string =>
  verifiedAt === null ? 'not checked yet' : `checked ${timeAgo(verifiedAt)}`;
