import { useLayoutEffect, useRef, type FocusEvent } from 'react';

/**
 * Keeps the keyboard where it is when a step's buttons give way to those of the next: whoever pressed one of them goes on
 * with the first of the new ones, or with the one that is marked `data-next`.
 *
 * @param stage changes when the buttons do
 * @returns what belongs onto the element that holds them
 */
export function useKeptFocus<E extends HTMLElement>(stage: string) {
  const ref = useRef<E>(null);
  const wasInside = useRef(false);
  // The browser drops the focus of what is taken away, which React does not tell.
  useLayoutEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return;
    const next = ref.current?.querySelector<HTMLElement>('[data-next]');
    (next ?? ref.current?.querySelector<HTMLElement>('button:not(:disabled)'))?.focus();
  }, [stage]);
  return {
    ref,
    onFocus: () => {
      wasInside.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) wasInside.current = ref.current?.contains(relatedTarget) ?? false;
    },
  };
}
