import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconFileExport,
  IconLayoutSidebarRightCollapse,
  IconLayoutSidebarRightExpand,
} from '@tabler/icons-react';
import type { Article, Unit } from '../../electron/contract.ts';
import { useModels } from '../api/queries.ts';
import { hint } from '../commands/key-names.ts';
import { run } from '../commands/run.ts';
import { LibraryToggle } from '../library/LibraryToggle.tsx';
import { articleLanguage, languageConfidence, languageName } from '../parts/languages.ts';
import { isUnfinished } from '../parts/job-words.ts';
import { counted } from '../parts/states.ts';
import { afterFailure } from './after-failure.ts';
import { ArticleMap } from './ArticleMap.tsx';
import { JobAction } from './JobAction.tsx';
import { modelLabel } from './model-label.ts';
import classes from './TopBar.module.css';
import { TranslateMenu } from './TranslateMenu.tsx';
import type { Translate } from './useTranslate.ts';

interface Props {
  article: Article;
  units: Unit[];
  activeIndex: number;
  translate: Translate;
  isLibraryShown: boolean;
  isPanelShown: boolean;
  onGo: (index: number) => void;
  onLanguage: () => void;
  onExport: () => void;
}

/** Title, languages, model, the one thing to do next, and the map of the article. */
export function TopBar(props: Props) {
  const { article, units, activeIndex, translate, isLibraryShown, isPanelShown, onGo } = props;
  const models = useModels();
  const model = modelLabel(article, units, models.data?.installed ?? []);
  return (
    <header className={classes.bar}>
      <div className={classes.line}>
        <LibraryToggle isShown={isLibraryShown} />
        <div className={classes.heading}>
          <h2 className={classes.title} title={article.title}>
            {article.title}
          </h2>
          <div className={classes.facts}>
            <Tooltip label={`${languageConfidence(article)}. Click to change`}>
              <UnstyledButton
                className={classes.languages}
                aria-label={`Language: ${languageConfidence(article)}`}
                onClick={props.onLanguage}
              >
                {article.readiness.status === 'already-english'
                  ? languageName(article.language)
                  : `${articleLanguage(article)} → English`}
              </UnstyledButton>
            </Tooltip>
            {model !== null && <span className={classes.fact}>{model}</span>}
            {article.date !== null && <span className={classes.fact}>{article.date}</span>}
          </div>
        </div>
        <Action article={article} translate={translate} onExport={props.onExport} />
        <Tooltip label={hint('panel.toggle')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={isPanelShown ? 'Hide the unit’s panel' : 'Show the unit’s panel'}
            onClick={() => run('panel.toggle')}
          >
            {isPanelShown ? (
              <IconLayoutSidebarRightCollapse size={18} stroke={1.6} />
            ) : (
              <IconLayoutSidebarRightExpand size={18} stroke={1.6} />
            )}
          </ActionIcon>
        </Tooltip>
      </div>
      <ArticleMap units={units} active={activeIndex} onGo={onGo} />
    </header>
  );
}

/** The one primary action: translate what is untranslated, stop while that runs, take the finished article away. */
function Action({ article, translate, onExport }: Pick<Props, 'article' | 'translate' | 'onExport'>) {
  const { job, readiness, counts } = article;
  const { data: models } = useModels();
  // After a failure the note below says with which model it can go on.
  const isOtherOffered = job?.state === 'failed' && models && afterFailure(job, article, models).other;
  if (isUnfinished(job)) return <JobAction job={job} />;
  const canTranslate = readiness.status === 'ready' && counts.untranslated > 0 && !isOtherOffered;
  const isFinished = counts.approved > 0 && counts.untranslated + counts.draft + counts.edited === 0;
  return (
    <div className={classes.action}>
      <Tooltip label={hint('export.open')}>
        <Button
          variant={isFinished ? 'filled' : 'default'}
          size="xs"
          leftSection={<IconFileExport size={15} stroke={1.7} />}
          onClick={onExport}
        >
          Export…
        </Button>
      </Tooltip>
      {canTranslate && (
        <Button
          size="xs"
          loading={translate.isPending && translate.variables.article === article.id}
          onClick={() => translate.mutate({ article: article.id })}
        >
          Translate {counted(counts.untranslated, 'sentence')}
        </Button>
      )}
      <TranslateMenu article={article} translate={translate} />
    </div>
  );
}
