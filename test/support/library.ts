import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addArticle } from '../../data/store/articles.ts';
import { openStore } from '../../data/store/open.ts';
import type { Store } from '../../data/store/store.ts';
import { setUnits, unitsOf, type Unit } from '../../data/store/units.ts';

export const NOW = '2026-11-22T09:00:00.000Z';

/** A folder of the test's own, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bitext-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A library in a real file, closed when the test is over. */
export function temporaryStore(file = join(temporaryFolder(), 'library.db')): Store {
  const store = openStore(file);
  onTestFinished(() => store.close());
  return store;
}

/** Stores an article with a unit for each line of its text. */
export function articleOf(store: Store, text: string, language = 'de'): { id: number; units: Unit[] } {
  const id = addArticle(
    store,
    {
      hash: `${language}:${text}`,
      name: 'a.txt',
      title: 'A',
      origin: 'file',
      text,
      bom: false,
      language,
      confidence: 1,
      languageChosen: false,
      date: null,
      words: 1,
    },
    NOW,
  );
  let start = 0;
  const spans = text.split('\n').map((line, paragraph) => {
    const span = { start, end: start + line.length, paragraph, kind: 'paragraph' as const };
    start = span.end + 1;
    return span;
  });
  setUnits(store, id, spans, NOW);
  return { id, units: unitsOf(store, id) };
}
