import { Anchor } from '@mantine/core';
import { Note } from '../parts/Note.tsx';
import { counted } from '../parts/states.ts';
import classes from './Library.module.css';
import type { ImportTrouble } from './useImport.ts';

interface Props {
  trouble: ImportTrouble[];
  onOpen: (article: number) => void;
  onDismiss: () => void;
}

/** Which files did not come in, and why; at the top of the library until it is dismissed. */
export function ImportReport({ trouble, onOpen, onDismiss }: Props) {
  if (trouble.length === 0) return null;
  const failed = trouble.filter(({ status }) => status === 'failed').length;
  const title = failed > 0 ? `${counted(failed, 'file')} could not be imported` : 'Already in the library';
  return (
    <div className={classes.report}>
      <Note tone={failed > 0 ? 'trouble' : 'plain'} title={title} onDismiss={onDismiss}>
        <ul className={classes.reportList}>
          {trouble.map((result) => (
            <li key={`${result.status} ${result.name}`}>
              {result.status === 'failed' ? (
                <>
                  <strong className={classes.reportName}>{result.name}</strong>
                  <span>{result.message}</span>
                </>
              ) : (
                <>
                  <strong className={classes.reportName}>{result.name}</strong>
                  <span>
                    Here already as “{result.article.title}”.{' '}
                    <Anchor
                      component="button"
                      type="button"
                      inherit
                      onClick={() => onOpen(result.article.id)}
                    >
                      Open it
                    </Anchor>
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
