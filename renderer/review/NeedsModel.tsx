import { Anchor, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Article, Download, Model } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { useModels } from '../api/queries.ts';
import { chooseFolder } from '../models/chosen-files.ts';
import { isUnderWay, leavesNoWay, sizeText } from '../models/download-words.ts';
import { DownloadLine } from '../models/DownloadLine.tsx';
import { handOver, useHandovers } from '../models/handovers.ts';
import { damagedFor, figureFor, recommendedFor, type Offer } from '../models/offers.ts';
import { Quality } from '../models/Quality.tsx';
import { useGetModel } from '../models/useGetModel.tsx';
import { languageName } from '../parts/languages.ts';
import { Note } from '../parts/Note.tsx';
import { useKeptFocus } from '../parts/useKeptFocus.ts';
import classes from './Obstacle.module.css';
import { RepairButton } from './RepairButton.tsx';

interface Needed {
  article: Article;
  /** Shows all models, those for the article's language first. */
  onModels: (language: string | null) => void;
  onTranslation: () => void;
}

/** The one thing that is missing: the model for the article's language, how far it is, and how else it may come. */
export function NeedsModel({ article, onModels, onTranslation }: Needed) {
  const { data } = useModels();
  const handovers = useHandovers();
  const tag = article.language ?? '';
  const language = languageName(article.language);
  const offer = data ? recommendedFor(data, tag) : null;
  const broken = data ? damagedFor(data, tag)[0] : undefined;
  const downloads = data?.downloads ?? [];
  const isTranslating = (model: string) =>
    data?.known.some(({ id, source }) => id === model && source.includes(tag)) ?? false;
  // Another model for the language than the recommended one may be on its way, too; if it fails, this one is still to be had.
  const download =
    downloads.find(({ model }) => model === offer?.model.id || model === broken?.id) ??
    downloads.find((one) => isUnderWay(one) && isTranslating(one.model));
  const stage = download?.state ?? (broken ? 'damaged' : 'none');
  const kept = useKeptFocus<HTMLDivElement>(stage);
  // Until the list is here, it cannot be said what is missing.
  if (!data) return null;
  const isTrouble = stage === 'failed';

  return (
    <div {...kept}>
      <Note
        tone={isTrouble ? 'trouble' : 'plain'}
        isLive={false}
        title={title(language, download, broken)}
        actions={
          (!download || isTrouble) && (
            <>
              {!download && <Primary broken={broken} offer={offer} language={language} />}
              <Button
                size="xs"
                variant={offer || broken ? 'default' : 'filled'}
                onClick={() => chooseFolder((files) => void handOver(files))}
              >
                Install from folder…
              </Button>
              {offer && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => onModels(article.language)}
                >
                  Other models…
                </Button>
              )}
              <Button size="compact-sm" variant="subtle" color="gray" onClick={onTranslation}>
                Add an existing translation…
              </Button>
            </>
          )
        }
      >
        {broken && !download && <p className={classes.problem}>{broken.problem}</p>}
        {offer && !broken && !isTrouble && <Facts offer={offer} language={tag} />}
        {!offer && !broken && (
          <p className={classes.paragraph}>
            No model for {language} is known to the app. A Marian model from {language} to English in the
            standard ONNX layout will do, as a folder or an archive.
          </p>
        )}
        {download && <OnItsWay download={download} offer={offer} broken={broken} />}
        {isTrouble && download && leavesNoWay(download) && (
          <p className={classes.aside}>
            Without a network here, get it on a computer that has one, write it to a stick there with “Copy to
            a stick…” under Models, and install it here from the folder on the stick.
          </p>
        )}
        {handovers.map(({ id, name, problem }) => (
          <p key={id} className={problem === null ? classes.aside : classes.problem}>
            {problem ?? `Reading ${name}…`}
          </p>
        ))}
      </Note>
    </div>
  );
}

function title(language: string, download: Download | undefined, broken: Model | undefined): string {
  switch (download?.state) {
    case undefined:
      if (broken) return `The ${language} model is damaged`;
      return `${language} needs a model that is not on this machine yet`;
    case 'failed':
      return `The ${language} model did not come`;
    case 'stopped':
      return `The ${language} model is here in part`;
    default:
      return `The ${language} model is on its way`;
  }
}

interface PrimaryProps {
  broken: Model | undefined;
  offer: Offer | null;
  language: string;
}

/** Getting the model, or mending the one that is here. */
function Primary({ broken, offer, language }: PrimaryProps) {
  const get = useGetModel(offer?.model);
  if (broken?.isRepairable) {
    return <RepairButton model={broken.id}>Repair the {language} model</RepairButton>;
  }
  if (!offer) return null;
  return (
    <>
      <Button size="xs" loading={get.isPending} onClick={get.begin}>
        Get the {language} model · {sizeText(offer.model)}
      </Button>
      {get.problem !== null && (
        <p className={classes.problem} role="alert">
          {get.problem}
        </p>
      )}
      {get.dialog}
    </>
  );
}

function OnItsWay({ download, offer, broken }: { download: Download } & Omit<PrimaryProps, 'language'>) {
  const get = useGetModel(offer?.model);
  const again = useMutation({
    mutationFn: () =>
      broken
        ? call('models.repair', { model: broken.id })
        : call('models.install', { model: download.model }),
  });
  const isOffered = download.model === offer?.model.id && !broken;
  return (
    <div className={classes.download}>
      <DownloadLine
        download={download}
        isAgainPending={get.isPending || again.isPending}
        isPrimary
        onAgain={isOffered ? get.begin : () => again.mutate()}
      />
      {get.dialog}
    </div>
  );
}

/** What the recommended model is, what to expect of it, and its licence. */
function Facts({ offer: { model, quality }, language }: { offer: Offer; language: string }) {
  return (
    <>
      <p className={classes.paragraph}>
        <strong>{model.name}</strong>, licence{' '}
        <Anchor href={model.licenceUrl} target="_blank" rel="noreferrer" inherit>
          {model.licence}
        </Anchor>
        {model.isNonCommercial && ' (non-commercial use only)'}. Downloaded once, it works without a network.
      </p>
      <p className={classes.paragraph}>
        <Quality quality={quality} figure={figureFor(model, language)} language={language} />
      </p>
    </>
  );
}
