import { Anchor, Button, Checkbox, Group, Modal, Radio, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Article, ExportFormat, UnitState } from '../../electron/contract.ts';
import { saver } from '../api/cache.ts';
import { call } from '../api/client.ts';
import { Note } from '../parts/Note.tsx';
import { StateMark } from '../parts/StateMark.tsx';
import { counted, states, stateWords } from '../parts/states.ts';
import classes from './ExportDialog.module.css';
import { countsOf, formats, type Scope } from './formats.ts';
import { saveFile } from './save-file.ts';

interface Props {
  library: Article[];
  /** The open article, when there is one. */
  current: Article | null;
  /** What was selected in the library; empty when the dialog was opened otherwise. */
  selected: Article[];
  onClose: () => void;
  /** The file has been handed over; a word on it for the editor. */
  onExported: (word: string) => void;
}

const translated: UnitState[] = ['draft', 'edited', 'approved'];

/** Takes the bitext away: which articles, in which format, which of their units. */
export function ExportDialog({ library, current, selected, onClose, onExported }: Props) {
  const [scope, setScope] = useState<Scope>(selected.length > 0 ? 'selected' : current ? 'this' : 'all');
  const [format, setFormat] = useState<ExportFormat>('tmx');
  const [chosen, setChosen] = useState<UnitState[]>(translated);

  const scopes: Record<Scope, Article[]> = { this: current ? [current] : [], selected, all: library };
  const articles = scopes[scope];
  const counts = countsOf(articles);
  const units = chosen.reduce((sum, state) => sum + counts[state], 0);
  const short = formats.find((row) => row.format === format)?.short ?? '';

  const save = useMutation({
    mutationFn: async () => {
      await saver.allSaved();
      return call('export.bitext', {
        format,
        states: chosen,
        ...(scope !== 'all' && { articles: articles.map(({ id }) => id) }),
      });
    },
    onSuccess: (made) => {
      saveFile(made.name, made.mime, made.content);
      onClose();
      const left =
        made.leftOut === 0 ? '' : `; ${made.leftOut} that lack an original or a translation are left out`;
      onExported(`Exported ${counted(made.units, 'unit')} to ${made.name}${left}`);
    },
  });

  const scopeChoices = [
    ...(current ? [{ value: 'this', label: 'This article' }] : []),
    ...(selected.length > 0 ? [{ value: 'selected', label: selectedLabel(selected, current) }] : []),
    { value: 'all', label: `All ${counted(library.length, 'article')}` },
  ];

  return (
    <Modal opened onClose={onClose} title="Export" size={560}>
      <div className={classes.part}>
        <h3 className={classes.label} id="export-scope">
          Articles
        </h3>
        <SegmentedControl
          fullWidth
          aria-labelledby="export-scope"
          data={scopeChoices}
          value={scope}
          onChange={(value) => setScope(value as Scope)}
        />
        <p className={classes.which}>{articles.map(({ title }) => title).join(' · ')}</p>
      </div>

      <Radio.Group
        className={classes.part ?? ''}
        label="Format"
        classNames={{ label: classes.label ?? '' }}
        value={format}
        onChange={(value) => setFormat(value)}
      >
        <div className={classes.formats}>
          {formats.map((row) => (
            <Radio
              key={row.format}
              value={row.format}
              label={row.name}
              description={row.purpose}
              data-autofocus={row.format === format || undefined}
            />
          ))}
        </div>
      </Radio.Group>

      <div className={classes.part} role="group" aria-labelledby="export-states">
        <div className={classes.statesHead}>
          <h3 className={classes.label} id="export-states">
            Units
          </h3>
          <span className={classes.quick}>
            <Anchor component="button" type="button" inherit onClick={() => setChosen(translated)}>
              All translated
            </Anchor>
            <Anchor component="button" type="button" inherit onClick={() => setChosen(['approved'])}>
              Approved only
            </Anchor>
          </span>
        </div>
        <div className={classes.states}>
          {states.toReversed().map((state) => (
            <Checkbox
              key={state}
              checked={chosen.includes(state)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked
                    ? [...chosen, state]
                    : chosen.filter((other) => other !== state),
                )
              }
              label={
                <span className={classes.state}>
                  <StateMark state={state} />
                  {stateWords[state].name}
                  <span className={classes.count}>{counts[state]}</span>
                </span>
              }
            />
          ))}
        </div>
      </div>

      {save.error && (
        <Note tone="trouble" title="Nothing was exported">
          {save.error.message}
        </Note>
      )}
      <Group className={classes.foot ?? ''} justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={units === 0} loading={save.isPending} onClick={() => save.mutate()}>
          Export {short} · {counted(units, 'unit')}
        </Button>
      </Group>
    </Modal>
  );
}

const selectedLabel = (selected: Article[], current: Article | null) =>
  selected.length === 1 && selected[0]?.id !== current?.id
    ? 'The chosen article'
    : counted(selected.length, 'selected article');
