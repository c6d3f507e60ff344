import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Article } from '../../electron/contract.ts';
import { useRemoved } from '../api/queries.ts';
import { languageName } from '../parts/languages.ts';
import classes from './RemovedShelf.module.css';

/** At the foot of the library, closed until it is asked for: what was removed, each with the way back. */
export function RemovedShelf({ onRestore }: { onRestore: (article: Article) => void }) {
  const { data: removed = [] } = useRemoved();
  const [isOpen, setOpen] = useState(false);
  if (removed.length === 0) return null;
  return (
    <section className={classes.shelf} aria-label="Removed">
      <UnstyledButton className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconChevronRight className={classes.chevron} size={13} aria-hidden />
        Removed
        <span className={classes.count}>{removed.length}</span>
      </UnstyledButton>
      {isOpen && (
        <ul className={classes.articles}>
          {removed.map((article) => (
            <li key={article.id} className={classes.article}>
              <span className={classes.what}>
                <span className={classes.title} title={article.title}>
                  {article.title}
                </span>
                <span className={classes.language}>{languageName(article.language)}</span>
              </span>
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={`Restore “${article.title}”`}
                onClick={() => onRestore(article)}
              >
                Restore
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
