import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Unit } from '../../electron/contract.ts';
import { stateWords, states } from '../parts/states.ts';
import { mapCells, type Cell } from './article-map.ts';
import classes from './ArticleMap.module.css';
import { isDoubtful } from './navigation.ts';

interface Props {
  units: Unit[];
  /** Index of the active unit, -1 when there is none. */
  active: number;
  onGo: (index: number) => void;
}

const HEIGHT = 10;
const GAP = 1.5;
const NARROWEST = 4;

/** "Unit 4–6: Draft, unit 5 is doubtful". */
function cellText({ first, count, state, doubtful }: Cell): string {
  const range = count > 1 ? `${first + 1}–${first + count}` : `${first + 1}`;
  const doubt = count > 1 ? `, unit ${(doubtful ?? 0) + 1} is doubtful` : ', doubtful';
  return `Unit ${range}: ${stateWords[state].name}${doubtful === null ? '' : doubt}`;
}

/** The strip below the title: one cell a unit, higher and differently coloured the more is done, ▲ below what is doubtful; a click goes there. */
export function ArticleMap({ units, active, onGo }: Props) {
  const { ref, width } = useElementSize();
  const cells = useMemo(() => mapCells(units, Math.floor(width / NARROWEST)), [units, width]);
  const step = width / Math.max(1, cells.length);
  const at = units[active];

  return (
    <div
      ref={ref}
      className={classes.map}
      role="slider"
      tabIndex={0}
      aria-label="Map of the article"
      aria-valuemin={1}
      aria-valuemax={units.length}
      aria-valuenow={Math.max(1, active + 1)}
      aria-valuetext={
        at
          ? `Unit ${active + 1} of ${units.length}: ${stateWords[at.state].name}${isDoubtful(at) ? ', doubtful' : ''}`
          : 'No unit is active'
      }
      onClick={({ clientX, currentTarget }) => {
        const x = clientX - currentTarget.getBoundingClientRect().left;
        const cell = cells[Math.min(cells.length - 1, Math.floor(x / step))];
        if (cell) onGo(cell.doubtful ?? cell.first);
      }}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by === undefined || event.altKey) return;
        event.preventDefault();
        onGo(Math.min(units.length - 1, Math.max(0, active + by)));
      }}
    >
      <svg className={classes.cells} width={width} height={HEIGHT + 5} aria-hidden>
        {cells.map(({ first, count, state, doubtful }, n) => {
          const height = ((states.indexOf(state) + 1) / states.length) * HEIGHT;
          return (
            <g key={first}>
              <rect x={n * step} y={0} width={step} height={HEIGHT + 5} fill="transparent">
                <title>{cellText({ first, count, state, doubtful })}</title>
              </rect>
              <rect
                data-state={state}
                x={n * step}
                y={HEIGHT - height}
                width={Math.max(1, step - GAP)}
                height={height}
                rx={1}
                pointerEvents="none"
              />
              {active >= first && active < first + count && (
                <rect
                  className={classes.here}
                  x={n * step}
                  y={HEIGHT + 2.5}
                  width={Math.max(3, step - GAP)}
                  height={2}
                  rx={1}
                />
              )}
              {doubtful !== null && (
                <path
                  className={classes.doubtful}
                  data-doubtful={doubtful + 1}
                  d={`M${n * step + Math.max(1, step - GAP) / 2} ${HEIGHT}l3 5h-6z`}
                  pointerEvents="none"
                />
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
