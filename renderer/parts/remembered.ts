import { useState } from 'react';

/** State that this window keeps over a restart, in local storage; `initial` when there is none or it cannot be read. */
export function useRemembered<T extends string | number | boolean | null>(
  name: string,
  initial: T,
): [T, (next: T) => void] {
  const key = `bitext.${name}`;
  const [value, setValue] = useState<T>(() => {
    const stored = localStorage.getItem(key);
    if (stored === null) return initial;
    try {
      return JSON.parse(stored) as T;
    } catch {
      return initial;
    }
  });
  const set = (next: T) => {
    setValue(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  return [value, set];
}
