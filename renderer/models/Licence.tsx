import { Anchor } from '@mantine/core';
import classes from './Models.module.css';

interface Props {
  licence: string;
  /** The page that states it, where that is known. */
  url: string | null;
  isNonCommercial: boolean;
}

/** Under which licence a model is, and the one restriction that an editor has to know of. */
export function Licence({ licence, url, isNonCommercial }: Props) {
  return (
    <span className={classes.fact}>
      {url === null ? (
        licence
      ) : (
        <Anchor href={url} target="_blank" rel="noreferrer" inherit>
          {licence}
        </Anchor>
      )}
      {isNonCommercial && <strong className={classes.restriction}>, for non-commercial use only</strong>}
    </span>
  );
}
