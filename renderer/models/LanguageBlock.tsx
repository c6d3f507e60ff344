import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Download } from '../../electron/contract.ts';
import { languageName } from '../parts/languages.ts';
import { counted } from '../parts/states.ts';
import classes from './Models.module.css';
import { OfferRow } from './OfferRow.tsx';
import type { LanguageOffers } from './offers.ts';
import { WarningMark } from './WarningMark.tsx';

interface Props {
  block: LanguageOffers;
  downloads: ReadonlyMap<string, Download>;
  /** Its recommended model is the one thing to do here. */
  isPrimary: boolean;
}

/** A language: whether it has a model, which one to get, and on demand the others. */
export function LanguageBlock({ block, downloads, isPrimary }: Props) {
  const { language, articles, installed, damaged, offers } = block;
  const [isOpen, setOpen] = useState(false);
  const hasModel = installed.length > 0 || damaged.length > 0;
  // Where none is here: the recommended one, and whatever is on its way.
  const [first] = hasModel ? [] : offers;
  const shown = first ? offers.filter(({ model }) => model === first.model || downloads.has(model.id)) : [];
  const others = offers.filter((offer) => !shown.includes(offer));
  const name = languageName(language);
  return (
    <section className={classes.language} aria-label={name}>
      <h4 className={classes.languageName}>
        {name}
        {articles > 0 && <span className={classes.count}>{counted(articles, 'article')}</span>}
      </h4>
      {installed.map((model) => (
        <p key={model.id} className={classes.here}>
          <IconCheck size={14} aria-hidden /> {model.name} is here
        </p>
      ))}
      {damaged.map((model) => (
        <p key={model.id} className={classes.damaged}>
          <WarningMark /> {model.name} is here, but damaged: see above
        </p>
      ))}
      {!hasModel && offers.length === 0 && (
        <p className={classes.facts}>
          No model is known yet. A Marian model in the standard ONNX layout can be installed from a folder.
        </p>
      )}
      {shown.length > 0 && (
        <ul className={classes.rows}>
          {shown.map((offer) => (
            <OfferRow
              key={offer.model.id}
              offer={offer}
              language={language}
              download={downloads.get(offer.model.id)}
              isPrimary={isPrimary && offer === first}
            />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <UnstyledButton
          className={classes.more}
          aria-expanded={isOpen}
          aria-label={`${counted(others.length, 'other model')} for ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight className={classes.chevron} size={13} aria-hidden />
          {counted(others.length, 'other model')}
        </UnstyledButton>
      )}
      {isOpen && (
        <ul className={classes.rows}>
          {others.map((offer) => (
            <OfferRow
              key={offer.model.id}
              offer={offer}
              language={language}
              download={downloads.get(offer.model.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
