import type { Unit } from '../../electron/contract.ts';
import { call } from './client.ts';

/** A text that the store has not acknowledged, and the unit that it belongs to. */
export interface Unsaved {
  article: number;
  unit: number;
  source: string;
  text: string;
}

/** With the library that it was typed in; null when the page had not learnt that yet. */
interface Kept extends Unsaved {
  database: string | null;
}

const KEY = 'bitext.unsaved';

/** The library of this page, learnt while it can be asked: texts must be kept when it answers no more. */
let database: string | null = null;

/** Keeps texts in this tab over a reload, beside those that are kept there already. */
export function keepUnsaved(texts: readonly Unsaved[]): void {
  const here = texts.map((text) => ({ ...text, database }));
  put(new Map([...keptUnsaved(), ...here].map((text) => [keyOf(text), text])));
}

// Libraries that began alike, with the samples say, number their units alike.
const keyOf = (kept: Kept) => JSON.stringify([kept.database, kept.unit, kept.source]);

function put(kept: ReadonlyMap<string, Kept>): void {
  if (kept.size === 0) forgetUnsaved();
  else sessionStorage.setItem(KEY, JSON.stringify([...kept.values()]));
}

export const keptUnsaved = (): Kept[] => JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Kept[];

export const forgetUnsaved = (): void => sessionStorage.removeItem(KEY);

/**
 * Saves what an earlier page kept, each text where it belongs. Another launch may show another library, or the same one
 * changed: only a unit of the same library with the same original takes it.
 *
 * @returns the texts that have no place any more; they stay kept
 */
export async function saveKept(): Promise<Unsaved[]> {
  ({ database } = await call('app.info', {}));
  const saved = new Set<string>();
  for (const kept of keptUnsaved()) {
    if (kept.database === database && (await save(kept))) saved.add(keyOf(kept));
  }
  // Asked anew: a text may have lost its place meanwhile.
  const homeless = keptUnsaved().filter((kept) => !saved.has(keyOf(kept)));
  put(new Map(homeless.map((text) => [keyOf(text), text])));
  return homeless;
}

async function save({ article, unit, source, text }: Unsaved): Promise<boolean> {
  try {
    const { units } = await call('review.open', { article });
    if (!units.some((now: Unit) => now.id === unit && now.source === source)) return false;
    await call('review.save', { unit, target: text, visit: crypto.randomUUID() });
    return true;
  } catch {
    return false;
  }
}
