import { useDebouncedValue, useWindowEvent } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Article } from '../../electron/contract.ts';
import { call } from '../api/client.ts';
import { isUnfinished } from '../parts/job-words.ts';

/** How long a place must stay on the screen before the machine turns to it. */
const REST_MS = 250;

/**
 * Tells the workbench what is on the screen, so that it is translated first: when the article is opened, and while it is
 * being translated also at each place where the scrolling rests. A window that gets the focus back says it again.
 *
 * @param unit the first one in sight
 */
export function useShow({ id: article, job }: Article, unit: number | null): void {
  const [rested] = useDebouncedValue(unit, REST_MS);
  const isTranslating = isUnfinished(job);
  // It is a wish: when it is not heard, the article is translated in another order.
  const show = (from: number | null) => void call('translate.show', { article, unit: from }).catch(() => {});
  useEffect(() => show(rested), [article, isTranslating, isTranslating && rested]);
  useWindowEvent('focus', () => show(unit));
}
