import { saver } from './cache.ts';
import { keepUnsaved } from './unsaved.ts';

/** Sees to it that no text is lost when the page goes away. */
export function guardLeaving(): void {
  let isKept = false;
  // What is typed is sent before the page can go away; if it cannot be sent or was refused, the browser asks first.
  const flush = () => void saver.flush();
  window.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  window.addEventListener('beforeunload', (event) => {
    flush();
    if (saver.isAtRisk() && !isKept) event.preventDefault();
  });
  // The address of a later launch, opened in the same tab, differs in its hash alone: the page would not be loaded anew.
  window.addEventListener('hashchange', () => {
    keepUnsaved(saver.unsaved());
    isKept = true;
    window.location.reload();
  });
}
