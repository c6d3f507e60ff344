import { Button } from '@mantine/core';
import type { Download } from '../../electron/contract.ts';
import { useKeptFocus } from '../parts/useKeptFocus.ts';
import { DownloadLine } from './DownloadLine.tsx';
import { sizeText } from './download-words.ts';
import { languageList } from './language-list.ts';
import { Licence } from './Licence.tsx';
import classes from './Models.module.css';
import type { Offer } from './offers.ts';
import { Quality } from './Quality.tsx';
import { useGetModel } from './useGetModel.tsx';

interface Props {
  offer: Offer;
  /** The language that it is offered for, or null. */
  language: string | null;
  download: Download | undefined;
  isPrimary?: boolean;
}

/** A model that can be got: what it is, what to expect of it, under which licence, how large; or how far it is on its way. */
export function OfferRow({ offer, language, download, isPrimary = false }: Props) {
  const { model, quality, figure } = offer;
  const { name, licence, licenceUrl, isNonCommercial, source, note, supported } = model;
  const get = useGetModel(model);
  const kept = useKeptFocus<HTMLLIElement>(download?.state ?? 'none');
  return (
    <li className={classes.row} aria-label={name} {...kept}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        {!download && supported && (
          <Button
            size="xs"
            variant={isPrimary ? 'filled' : 'default'}
            aria-label={`Get ${name}, ${sizeText(model)}`}
            loading={get.isPending}
            onClick={get.begin}
          >
            Get · {sizeText(model)}
          </Button>
        )}
        {!supported && <span className={classes.aside}>This version cannot run it yet</span>}
      </div>
      <p className={classes.facts}>
        <Quality quality={quality} figure={figure} language={language} />
      </p>
      <p className={classes.facts}>
        <span>{languageList(source)}</span>
        <Licence licence={licence} url={licenceUrl} isNonCommercial={isNonCommercial} />
      </p>
      {note !== null && !isNonCommercial && <p className={classes.facts}>{note}</p>}
      {get.problem !== null && (
        <p className={classes.problem} role="alert">
          {get.problem}
        </p>
      )}
      {download && <DownloadLine download={download} onAgain={get.begin} isAgainPending={get.isPending} />}
      {get.dialog}
    </li>
  );
}
