import { useRef, useState } from 'react';

const SHOWN_MS = 4000;

/** A passing word, gone after a while. */
export function useNotice(): [string | null, (notice: string) => void] {
  const [notice, setNotice] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (next: string) => {
    clearTimeout(timer.current);
    setNotice(next);
    timer.current = setTimeout(() => setNotice(null), SHOWN_MS);
  };
  return [notice, say];
}
