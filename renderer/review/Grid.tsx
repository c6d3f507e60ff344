import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type Ref } from 'react';
import type { Article, Unit } from '../../electron/contract.ts';
import { direction, languageName } from '../parts/languages.ts';
import classes from './Grid.module.css';
import type { EditorHandle } from './TargetEditor.tsx';
import type { Active } from './useActive.ts';
import { useShow } from './useShow.ts';
import { UnitRow, type RowActions } from './UnitRow.tsx';

interface Props {
  article: Article;
  units: Unit[];
  active: Active | null;
  /** Index of the active unit, -1 when there is none. */
  activeIndex: number;
  editor: Ref<EditorHandle>;
  actions: RowActions;
}

/** A guess, measured as soon as the row is drawn: about 60 characters on a line of 26 px. */
const guessHeight = (unit: Unit | undefined) =>
  unit ? 10 + 26 * Math.ceil(Math.max(unit.source.length, unit.target.length, 1) / 60) : 36;

/** The bitext: both languages side by side, a row a unit. Only what is near the window is drawn, and always the active row. */
export function Grid({ article, units, active, activeIndex, editor, actions }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessHeight(units[index]),
    getItemKey: (index) => units[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: 72,
    scrollPaddingEnd: 96,
    useFlushSync: false,
    // The active row stays mounted wherever the scroll is: a focused editor that unmounts loses focus and composition.
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return activeIndex === -1 || near.includes(activeIndex)
        ? near
        : [...near, activeIndex].toSorted((a, b) => a - b);
    },
  });

  // Scrolling is the window's, not React's: the row that became active is brought into sight.
  useEffect(() => {
    if (activeIndex !== -1) rows.scrollToIndex(activeIndex, { align: active?.reveal ?? 'auto' });
  }, [active?.stay]);

  useShow(article, units[rows.getVirtualItemForOffset(rows.scrollOffset ?? 0)?.index ?? 0]?.id ?? null);

  const way = direction(article.language);
  return (
    <div className={classes.scroller} ref={scroller}>
      <div role="grid" aria-label={article.title} aria-rowcount={units.length + 1} className={classes.grid}>
        <div className={classes.heads} role="row" aria-rowindex={1}>
          <span role="columnheader" className={classes.head} data-side="source" dir={way}>
            {languageName(article.language)}
          </span>
          <span role="columnheader" className={classes.head} data-side="target">
            English
          </span>
        </div>
        <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const unit = units[index];
            if (!unit) return null;
            const isActive = index === activeIndex;
            return (
              <div
                key={key}
                ref={rows.measureElement}
                data-index={index}
                role="presentation"
                className={classes.place}
                // The one inline style of the window: positions come from measurement.
                style={{ transform: `translateY(${start}px)` }}
              >
                <UnitRow
                  unit={unit}
                  index={index}
                  begins={unit.paragraph !== units[index - 1]?.paragraph}
                  language={article.language}
                  direction={way}
                  active={isActive ? active : null}
                  isFocusable={isActive || (activeIndex === -1 && index === 0)}
                  editor={editor}
                  actions={actions}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
