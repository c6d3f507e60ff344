import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Unit } from '../../electron/contract.ts';
import { stateWords, states } from '../parts/states.ts';
import { mapCells } from './article-map.ts';
import classes from './ArticleMap.module.css';

interface Props {
  units: Unit[];
  /** Index of the active unit, -1 when there is none. */
  active: number;
  onGo: (index: number) => void;
}

const HEIGHT = 10;
const GAP = 1.5;
const NARROWEST = 4;

/** The strip below the title: one cell a unit, higher and differently coloured the more is done; a click goes there. */
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
        at ? `Unit ${active + 1} of ${units.length}: ${stateWords[at.state].name}` : 'No unit is active'
      }
      onClick={({ clientX, currentTarget }) => {
        const x = clientX - currentTarget.getBoundingClientRect().left;
        const cell = cells[Math.min(cells.length - 1, Math.floor(x / step))];
        if (cell) onGo(cell.first);
      }}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by === undefined || event.altKey) return;
        event.preventDefault();
        onGo(Math.min(units.length - 1, Math.max(0, active + by)));
      }}
    >
      <svg className={classes.cells} width={width} height={HEIGHT + 5} aria-hidden>
        {cells.map(({ first, count, state }, n) => {
          const height = ((states.indexOf(state) + 1) / states.length) * HEIGHT;
          return (
            <g key={first}>
              <rect x={n * step} y={0} width={step} height={HEIGHT + 5} fill="transparent">
                <title>{`Unit ${first + 1}${count > 1 ? `–${first + count}` : ''}: ${stateWords[state].name}`}</title>
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
            </g>
          );
        })}
      </svg>
    </div>
  );
}
