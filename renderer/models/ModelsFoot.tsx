import { Code } from '@mantine/core';
import { useEngine } from '../api/queries.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { engineText } from './engine-words.ts';
import { HubAddress } from './HubAddress.tsx';
import classes from './Models.module.css';
import type { ModelList } from './offers.ts';

/** The small print: what the figures mean, where models come from, and where they lie. */
export function ModelsFoot({ list: { folder, hub } }: { list: ModelList }) {
  const engine = useEngine();
  return (
    <footer className={classes.foot}>
      <p>
        Figures were published by others, for the makers’ full weights: chrF and BLEU go from 0 to 100, and
        more is better. The 8-bit copies that are downloaded may score a little lower.
      </p>
      <HubAddress hub={hub} />
      <p>
        For a computer without a network, write them to a stick on another one with “Copy to a stick…”; then
        choose its folder here under “Install from…”.
      </p>
      {engine.data && <p>{engineText(engine.data)}</p>}
      <p className={classes.folder}>
        They lie in <Code className={classes.path ?? ''}>{folder}</Code>
        <CopyText text={folder} variant="subtle" color="gray" />
      </p>
    </footer>
  );
}
